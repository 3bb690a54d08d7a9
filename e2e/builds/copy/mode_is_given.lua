-- The mode option, as a text, as a number whose digits are read as chmod reads them, and as changes.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "hello.txt", "/text", { mode = "0755" })
    :copy(ctx, "hello.txt", "/number", { mode = 0755 })
    :copy(ctx, "hello.txt", "/short", { mode = 700 })
    :copy(ctx, "hello.txt", "/special", { mode = "4750" })
    :copy(ctx, "hello.txt", "/none", { mode = 0 })
    :copy(ctx, "closed", "/all", { mode = "0700" })

bk.export(s:run([[
    set -eux
    test "$(stat -c %a /text)" = 755
    test "$(stat -c %a /number)" = 755
    test "$(stat -c %a /short)" = 700
    test "$(stat -c %a /special)" = 4750
    test "$(stat -c %a /none)" = 0
    test "$(stat -c %a /all)" = 700
    test "$(stat -c %a /all/inside)" = 700
]]))
