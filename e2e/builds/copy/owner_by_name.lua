-- Names of users and groups are those of the image that is copied to, not of the one copied from.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local target = base
    :mkfile("/etc/passwd", "root:x:0:0::/:/bin/sh\nonly-here:x:4321:8765::/:/bin/sh\n")
    :mkfile("/etc/group", "root:x:0:\nstaff-here:x:999:\n")

local s = target
    :copy(ctx, "hello.txt", "/both", { owner = { user = "only-here", group = "staff-here" } })
    :copy(ctx, "hello.txt", "/text", { owner = "only-here:staff-here" })
    :copy(ctx, "hello.txt", "/user", { owner = { user = "only-here" } })
    :copy(ctx, "hello.txt", "/mixed", { owner = { user = "only-here", group = 17 } })
    :copy(ctx, "hello.txt", "/root", { owner = "root:root" })
    :copy(base, "/etc/passwd", "/from-image", { owner = { user = "only-here", group = "staff-here" } })

bk.export(s:run([[
    set -eux
    test "$(stat -c %u:%g /both)" = 4321:999
    test "$(stat -c %u:%g /text)" = 4321:999
    test "$(stat -c %u /user)" = 4321
    test "$(stat -c %u:%g /mixed)" = 4321:17
    test "$(stat -c %u:%g /root)" = 0:0
    test "$(stat -c %u:%g /from-image)" = 4321:999
]]))
