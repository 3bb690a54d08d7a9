-- Where the target does not end in a slash and is no directory, it is the file's new name.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "hello.txt", "/renamed.txt")
    :copy(ctx, "hello.txt", "/new/dirs/renamed.txt")
    :copy(ctx, "/hello.txt", "/absolute.txt")
    :copy(ctx, "./src/../hello.txt", "/clean.txt")
    :copy(ctx, "name with spaces.txt", "/with spaces too.txt")
    :copy(ctx, "ümlaut.txt", "/größer.txt")
    :copy(ctx, "private.key", "/renamed.txt")

bk.export(s:run([[
    set -eux
    test "$(cat /renamed.txt)" = "secret key"
    test "$(cat /new/dirs/renamed.txt)" = hello
    test "$(cat /absolute.txt)" = hello
    test "$(cat /clean.txt)" = hello
    test "$(cat "/with spaces too.txt")" = spaces
    test "$(cat /größer.txt)" = umlaut
]]))
