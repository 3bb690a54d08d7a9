-- A symbolic link is copied as it is, unless follow_symlink asks for what it points to.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local follow = { follow_symlink = true }

local s = base
    :copy(ctx, "to-hello", "/link")
    :copy(ctx, "dangling", "/dangling")
    :copy(ctx, "to-hello", "/file", follow)
    :copy(ctx, "to-src", "/tree", follow)
    :copy(ctx, "hello.txt", "/plain", follow)
    :copy(ctx, "src", "/within")

bk.export(s:run([[
    set -eux
    test "$(readlink /link)" = hello.txt
    test "$(readlink /dangling)" = nowhere
    test ! -L /file
    test "$(cat /file)" = hello
    test ! -L /tree
    test "$(cat /tree/main.go)" = main
    test "$(cat /plain)" = hello
    test "$(readlink /within/up)" = ../hello.txt
]]))
