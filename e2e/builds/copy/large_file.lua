-- A file of some size arrives byte for byte.
local base = bk.image("alpine:3.19")
local data = ("0123456789abcde\n"):rep(2 ^ 17)
local made = bk.scratch():mkfile("/large", data)
local s = base:copy(made, "/large", "/large")
bk.export(s:run([[
    set -eux
    test "$(stat -c %s /large)" = 2097152
    yes 0123456789abcde | head -n 131072 | cmp - /large
]]))
