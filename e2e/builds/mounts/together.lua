-- Mounts of all kinds in one command, some below others, given in any order.
--! secret: token=hunter2
--! ssh: default
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:run([[
    set -eux
    test "$(cat /m/src/main.go)" = main
    test "$(cat /m/empty/hello.txt)" = hello
    touch /m/closed/in-cache
    grep -q ' /scratch tmpfs ' /proc/mounts
    test "$(cat /run/secrets/token)" = hunter2
    test -S /run/ssh
]], {
    mounts = {
        bk.ssh(),
        bk.bind(ctx, "/m/empty"),
        bk.secret("/run/secrets/token"),
        bk.cache("/m/closed", { id = "together-" .. bk.arg("RUN") }),
        bk.tmpfs("/scratch"),
        bk.bind(ctx, "/m"),
    },
}))
