-- A directory, or a file, of another state.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:run([[
    set -eux
    test "$(cat /tree/deep/b.go)" = b
    test "$(cat /one)" = hello
    test "$(cat /etc/motd)" = hello
]], {
    mounts = {
        bk.bind(ctx, "/tree", { selector = "/src/pkg" }),
        bk.bind(ctx, "/one", { selector = "hello.txt" }),
        bk.bind(ctx, "/etc/motd", { selector = "/hello.txt" }),
    },
}))
