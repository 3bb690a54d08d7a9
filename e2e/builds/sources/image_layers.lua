-- Of an image's layers the lowest can be taken alone.
--! only: docker
--! capability: source.image.layerlimit
local base = bk.image("alpine:3.19")
local lowest = bk.image("luakit-e2e/configured", { layer_limit = 1 })
bk.export(base:run("test -e /m/bin/busybox && test ! -e /m/opt/bin/only-here", {
    mounts = { bk.bind(lowest, "/m") },
}))
