bk.export(bk.image("alpine:3.19"):mkfile("/a", "\0\255\n", { mode = "0" }))
