-- A secret's value is no reason to run a command again.
--! builds: 2
--! secret: token=$ROUND
local base = bk.image("alpine:3.19")
local s = base:run("cat /proc/sys/kernel/random/uuid > /once", { mounts = { bk.secret("/t", { id = "token" }) } })
bk.export(s:run([[
    set -eux
    test -e /kept/once || cp /once /kept/once
    cmp /once /kept/once
]], { env = { ROUND = bk.arg("ROUND") }, mounts = { bk.cache("/kept", { id = "secret-" .. bk.arg("RUN") }) } }))
