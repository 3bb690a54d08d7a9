bk.export(bk.image("alpine:3.19"):mkdir("/a", { mode = "1777" }))
