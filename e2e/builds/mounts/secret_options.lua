-- A secret's name, owner and mode; one secret in two places.
--! secret: token=hunter2
local base = bk.image("alpine:3.19")
local s = base:run([[
    set -eux
    test "$(cat /etc/one)" = hunter2
    test "$(stat -c %a:%u:%g /etc/one)" = 440:12:34
    test "$(stat -c %a:%u:%g /etc/two)" = 600:0:0
]], {
    mounts = {
        bk.secret("/etc/one", { id = "token", uid = 12, gid = 34, mode = "0440" }),
        bk.secret("/etc/two", { id = "token", mode = 0600 }),
    },
})
local user = s:run("cat /t", { user = "nobody", mounts = { bk.secret("/t", { id = "token", uid = 65534 }) } })
bk.export(user:run("! cat /t", { user = "nobody", mounts = { bk.secret("/t", { id = "token" }) } }))
