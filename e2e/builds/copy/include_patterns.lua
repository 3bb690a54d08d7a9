-- Only what matches one of the include patterns is copied.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "src", "/top", { include = { "*.go" } })
    :copy(ctx, "src", "/deep", { include = { "**/*.go" } })
    :copy(ctx, "src", "/tree", { include = { "pkg" } })
    :copy(ctx, ".", "/two", { include = { "hello.txt", "src/pkg/deep" } })
    :copy(ctx, "src", "/but", { include = { "**/*.go", "!**/*_test.go" } })

bk.export(s:run([[
    set -eux
    files() { (cd $1 && find . -type f | sort | xargs); }
    test "$(files /top)" = "./main.go ./main_test.go"
    test "$(files /deep)" = "./main.go ./main_test.go ./pkg/a.go ./pkg/a_test.go ./pkg/deep/b.go ./pkg/deep/b_test.go ./vendor/v.go"
    test "$(files /tree)" = "./pkg/a.go ./pkg/a_test.go ./pkg/deep/b.go ./pkg/deep/b_test.go"
    test "$(files /two)" = "./hello.txt ./src/pkg/deep/b.go ./src/pkg/deep/b_test.go"
    test "$(files /but)" = "./main.go ./pkg/a.go ./pkg/deep/b.go ./vendor/v.go"
]]))
