-- Removing: a file, a directory with all that is in it, a link but not its target, wildcards.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base
    :copy(ctx, ".", "/app")
    :rm("/app/hello.txt")
    :rm("/app/src/pkg")
    :rm("/app/to-src")
    :rm("/app/src/*_test.go", { allow_wildcard = true })
    :rm("/app/none", { allow_not_found = true })
    :rm("/app/*.none", { allow_wildcard = true, allow_not_found = true })
    :with_workdir("/app")
    :rm("private.key")

bk.export(s:run([[
    set -eux
    cd /app
    test ! -e hello.txt
    test ! -e src/pkg
    test ! -L to-src
    test ! -e src/main_test.go
    test -e src/main.go
    test ! -e private.key
]]))
