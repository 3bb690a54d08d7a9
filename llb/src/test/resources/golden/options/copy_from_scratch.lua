bk.export(bk.image("alpine:3.19"):copy(bk.scratch(), "/a", "/b"))
