-- Another state's files, which can't be written to.
local base = bk.image("alpine:3.19")
local other = bk.scratch():mkfile("/file", "other", { mode = "0640", owner = { user = 12, group = 34 } })
local s = base:run([[
    set -eux
    test "$(cat /mounted/file)" = other
    test "$(stat -c %a:%u:%g /mounted/file)" = 640:12:34
    ! touch /mounted/new
    ! rm /mounted/file
]], { mounts = { bk.bind(other, "/mounted") } })
bk.export(s:run("test ! -e /mounted/file"))
