-- Directories: their default mode, a given one, their parents, their owner, their time.
local base = bk.image("alpine:3.19")
local s = base
    :mkdir("/plain")
    :mkdir("/mode", { mode = "0700" })
    :mkdir("/number", { mode = 0750 })
    :mkdir("/a/b/c", { make_parents = true, mode = "0711" })
    :mkdir("/number-owner", { owner = { user = 12, group = 34 } })
    :mkdir("/x/y", { make_parents = true, owner = "nobody" })
    :mkdir("/time", { created_time = 1234567890 })
    :with_workdir("/plain")
    :mkdir("relative")
    :mkdir("/tmp")

bk.export(s:run([[
    set -eux
    test "$(stat -c %a:%u:%g /plain)" = 755:0:0
    test "$(stat -c %a /mode)" = 700
    test "$(stat -c %a /number)" = 750
    test "$(stat -c %a /a/b/c)" = 711
    test "$(stat -c %u:%g /number-owner)" = 12:34
    test "$(stat -c %u:%g /x/y)" = 65534:65534
    test "$(stat -c %Y /time)" = 1234567890
    test -d /plain/relative
]]))
