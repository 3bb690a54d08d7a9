local alpine = bk.image("alpine:3.19")
bk.export(alpine:copy(alpine, "/a", "/b"))
