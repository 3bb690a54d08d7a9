bk.export(bk.diff(bk.scratch(), bk.image("alpine:3.19"):run("make")))
