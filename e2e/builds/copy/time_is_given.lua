-- created_time sets the time of last change, of everything that is copied.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local time = { created_time = 1234567890 }
local s = base:copy(ctx, "hello.txt", "/hello.txt", time):copy(ctx, "src", "/src", time)
bk.export(s:run([[
    set -eux
    test "$(stat -c %Y /hello.txt)" = 1234567890
    test "$(stat -c %Y /src)" = 1234567890
    test "$(stat -c %Y /src/pkg/a.go)" = 1234567890
]]))
