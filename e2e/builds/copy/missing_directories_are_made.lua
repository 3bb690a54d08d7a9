-- The directories above the target are made, readable for all.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base:copy(ctx, "hello.txt", "/a/b/c/hello.txt")
bk.export(s:run([[
    set -eux
    test "$(cat /a/b/c/hello.txt)" = hello
    test "$(stat -c %a /a/b)" = 755
]]))
