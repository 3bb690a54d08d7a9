-- Patterns filter what is in a directory that a wildcard hits. A file that it hits is copied: what is
-- wanted of such files the wildcard itself must say.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base:copy(ctx, "src/*", "/app/", {
    allow_wildcard = true,
    include = { "**/*.go" },
    exclude = { "**/*_test.go" },
    mode = "0640",
    owner = { user = 7, group = 8 },
})

bk.export(s:run([[
    set -eux
    cd /app
    test -f pkg/a.go
    test -f v.go || test -f vendor/v.go
    test ! -e pkg/a_test.go
    test -f main.go
    test -f README.md
    test "$(stat -c %a:%u:%g main.go)" = 640:7:8
    test "$(stat -c %a:%u:%g pkg/a.go)" = 640:7:8
]]))
