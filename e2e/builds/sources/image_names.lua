-- An image by its short and by its whole name.
local short = bk.image("alpine:3.19")
local whole = bk.image("docker.io/library/alpine:3.19", { platform = "linux/amd64" })
bk.export(short:run("cmp /bin/busybox /whole/bin/busybox", { mounts = { bk.bind(whole, "/whole") } }))
