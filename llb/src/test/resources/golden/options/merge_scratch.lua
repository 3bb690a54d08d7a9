local alpine = bk.image("alpine:3.19")
bk.export(bk.merge(bk.scratch(), alpine:run("make"), bk.scratch(), alpine:run("b")))
