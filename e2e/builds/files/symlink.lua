-- Links: absolute, relative, to nowhere, with an owner.
--! docker: 28
local base = bk.image("alpine:3.19")
local s = base
    :mkfile("/target", "found")
    :symlink("/target", "/absolute")
    :symlink("../target", "/tmp/relative")
    :symlink("/nowhere", "/dangling")
    :symlink("/target", "/owned", { owner = { user = 12, group = 34 } })
    :symlink("/target", "/named", { owner = "nobody:nobody" })
    :symlink("/target", "/time", { created_time = 1234567890 })

bk.export(s:run([[
    set -eux
    test "$(cat /absolute)" = found
    test "$(cat /tmp/relative)" = found
    test "$(readlink /tmp/relative)" = ../target
    test "$(readlink /dangling)" = /nowhere
    test "$(stat -c %u:%g /owned)" = 12:34
    test "$(stat -c %u:%g /named)" = 65534:65534
    test "$(stat -c %u:%g /target)" = 0:0
    test "$(stat -c %Y /time)" = 1234567890
]]))
