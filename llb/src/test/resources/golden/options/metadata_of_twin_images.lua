local one = bk.image("x"):with_metadata({ description = "one" })
local two = bk.image("x"):with_metadata({ ignore_cache = true })
bk.export(bk.merge(one:run("make"), two:run("b")))
