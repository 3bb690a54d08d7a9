bk.export(bk.image("alpine:3.19", { platform = { os = "linux", arch = "arm", variant = "v6" } }))
