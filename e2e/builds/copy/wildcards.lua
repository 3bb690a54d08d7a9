-- With allow_wildcard the source is a pattern, of which every hit is copied.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local wild = { allow_wildcard = true }

local s = base
    :copy(ctx, "src/*.go", "/several/", wild)
    :copy(ctx, "src/m???.go", "/question/", wild)
    :copy(ctx, "src/[mp]*", "/class/", wild)
    :copy(ctx, "*/tool.sh", "/below/", wild)
    :copy(ctx, "hello*", "/one", wild)
    :copy(ctx, "hello.txt", "/plain", wild)

bk.export(s:run([[
    set -eux
    test "$(ls /several | xargs)" = "main.go main_test.go"
    test "$(ls /question | xargs)" = "main.go"
    test "$(ls /class | xargs)" = "main.go main_test.go pkg"
    test "$(cat /class/pkg/a.go)" = a
    test "$(stat -c %a /below/tool.sh)" = 750
    test "$(cat /one)" = hello
    test "$(cat /plain)" = hello
]]))
