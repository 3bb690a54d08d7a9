-- A size may be written with a unit.
local base = bk.image("alpine:3.19")
bk.export(base:run([[test "$(df -k /t | tail -1 | awk '{ print $2 }')" = 2048]], {
    mounts = { bk.tmpfs("/t", { size = "2m" }) },
}))
