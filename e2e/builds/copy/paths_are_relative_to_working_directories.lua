-- A relative source is seen from the source's working directory, a relative target from the target's.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local from = base:copy(ctx, ".", "/from"):with_workdir("/from/src")

local s = base:with_workdir("/to"):copy(from, "main.go", "."):copy(from, "pkg/a.go", "sub/a.go")

bk.export(s:run([[
    set -eux
    test "$(cat /to/main.go)" = main || ls -lR /to
    test "$(cat /to/sub/a.go)" = a
]]))
