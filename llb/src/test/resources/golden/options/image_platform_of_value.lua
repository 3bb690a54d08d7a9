bk.export(bk.image("alpine:3.19", { platform = bk.platform("linux", "arm", "v6") }))
