-- What matches one of the exclude patterns is not copied.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "src", "/top", { exclude = { "*_test.go" } })
    :copy(ctx, "src", "/deep", { exclude = { "**/*_test.go" } })
    :copy(ctx, "src", "/tree", { exclude = { "pkg/deep", "vendor/" } })
    :copy(ctx, "src", "/but", { exclude = { "**/*.go", "!**/a.go" } })
    :copy(ctx, "src", "/both", { include = { "**/*.go" }, exclude = { "**/*_test.go", "vendor" } })

bk.export(s:run([[
    set -eux
    files() { (cd $1 && find . -type f | sort | xargs); }
    test "$(files /top)" = "./README.md ./main.go ./pkg/a.go ./pkg/a_test.go ./pkg/deep/b.go ./pkg/deep/b_test.go ./vendor/v.go"
    test "$(files /deep)" = "./README.md ./main.go ./pkg/a.go ./pkg/deep/b.go ./vendor/v.go"
    test "$(files /tree)" = "./README.md ./main.go ./main_test.go ./pkg/a.go ./pkg/a_test.go"
    test "$(files /but)" = "./README.md ./pkg/a.go"
    test "$(files /both)" = "./main.go ./pkg/a.go ./pkg/deep/b.go"
]]))
