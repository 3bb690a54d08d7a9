local alpine = bk.image("alpine:3.19")
local one = alpine:run("make"):with_metadata({ description = "one", ignore_cache = true })
local two = alpine:run("make"):with_metadata({ description = "two", export_cache = true })
bk.export(bk.merge(one, two))
