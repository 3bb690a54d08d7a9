-- A target that ends in a slash, or is a directory already, gets the file by its name.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "hello.txt", "/new/")
    :copy(ctx, "hello.txt", "/tmp")
    :copy(ctx, "bin/tool.sh", "/")

bk.export(s:run([[
    set -eux
    test "$(cat /new/hello.txt)" = hello
    test "$(cat /tmp/hello.txt)" = hello
    test -x /tool.sh
]]))
