-- In a merge the last state wins where several have a file; files of all are there.
local base = bk.image("alpine:3.19")
local a = bk.scratch():mkfile("/same", "a"):mkfile("/a", "a", { mode = "0600" }):mkdir("/d"):mkfile("/d/a", "")
local b = bk.scratch():mkfile("/same", "b"):mkfile("/b", "b", { owner = { user = 5, group = 6 } }):mkdir("/d"):mkfile("/d/b", "")
bk.export(bk.merge(base, a, b):run([[
    set -eux
    test "$(cat /same)" = b
    test "$(stat -c %a /a)" = 600
    test "$(stat -c %u:%g /b)" = 5:6
    test "$(ls /d | xargs)" = "a b"
    test "$(cat /other/same)" = a
]], { mounts = { bk.bind(bk.merge(b, a), "/other") } }))
