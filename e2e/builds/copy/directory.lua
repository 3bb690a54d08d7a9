-- A directory: to a new path, into one that is there, its content only, and the whole source.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "src", "/new")
    :mkdir("/there")
    :copy(ctx, "src", "/there")
    :copy(ctx, "src", "/slash/")
    :mkdir("/content")
    :copy(ctx, "src", "/content", { dir_contents_only = true })
    :copy(ctx, "src/", "/content-new", { dir_contents_only = true })
    :copy(ctx, ".", "/all")
    :copy(ctx, ".", "/all-slash/")
    :copy(ctx, "/", "/root-slash/")
    :with_workdir("/dot")
    :copy(ctx, ".", ".")
    :copy(ctx, "hello.txt", "./sub/")

bk.export(s:run([[
    set -eux
    test "$(cat /new/main.go)" = main
    test "$(cat /there/src/main.go)" = main
    test "$(cat /slash/src/main.go)" = main
    test "$(cat /content/main.go)" = main
    test "$(cat /content/pkg/deep/b.go)" = b
    test "$(cat /content-new/main.go)" = main
    for d in /all /all-slash /root-slash /dot; do
        test "$(cat $d/hello.txt)" = hello
        test "$(cat $d/src/pkg/deep/b.go)" = b
        test "$(cat $d/.hidden)" = hidden
        test -d $d/empty
        test "$(stat -c %a $d/closed)" = 711
    done
    test "$(cat /dot/sub/hello.txt)" = hello
]]))
