-- A relative source is seen from the source's working directory, a relative target from the target's.
-- A target of a dot is that directory where it is there; where it is not, a slash says that it is one.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local from = base:copy(ctx, ".", "/from"):with_workdir("/from/src")

local s = base:with_workdir("/to"):copy(from, "main.go", "./"):copy(from, "pkg/a.go", "sub/a.go")
s = s:copy(from, "README.md", ".")

bk.export(s:run([[
    set -eux
    test "$(cat /to/main.go)" = main
    test "$(cat /to/sub/a.go)" = a
    test "$(cat /to/README.md)" = readme
]]))
