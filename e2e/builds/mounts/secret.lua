-- A secret: its content, that only root may read it, and that it leaves nothing behind.
--! secret: token=hunter2
local base = bk.image("alpine:3.19")
local s = base:run([[
    set -eux
    test "$(cat /run/secrets/token)" = hunter2
    test "$(stat -c %a:%u:%g /run/secrets/token)" = 400:0:0
]], { mounts = { bk.secret("/run/secrets/token") } })
bk.export(s:run("test ! -e /run/secrets"))
