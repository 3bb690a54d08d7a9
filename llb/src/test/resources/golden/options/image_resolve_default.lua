bk.export(bk.image("alpine:3.19", { resolve_mode = "default" }))
