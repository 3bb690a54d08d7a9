-- The owner as numbers; zero is root, and a part that is left out stays.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local theirs = base:mkfile("/file", "x", { owner = { user = 5, group = 6 } })

local s = base
    :copy(ctx, "hello.txt", "/both", { owner = { user = 1234, group = 5678 } })
    :copy(ctx, "hello.txt", "/text", { owner = "1234:5678" })
    :copy(ctx, "hello.txt", "/big", { owner = { user = 4294967294, group = 4294967294 } })
    :copy(ctx, "src", "/tree", { owner = { user = 1234, group = 5678 } })
    :copy(theirs, "/file", "/root", { owner = { user = 0, group = 0 } })
    :copy(theirs, "/file", "/kept")

bk.export(s:run([[
    set -eux
    test "$(stat -c %u:%g /both)" = 1234:5678
    test "$(stat -c %u:%g /text)" = 1234:5678
    test "$(stat -c %u:%g /big)" = 4294967294:4294967294
    test "$(stat -c %u:%g /tree)" = 1234:5678
    test "$(stat -c %u:%g /tree/pkg/deep/b.go)" = 1234:5678
    test "$(stat -c %u:%g /root)" = 0:0
    test "$(stat -c %u:%g /kept)" = 5:6
]]))
