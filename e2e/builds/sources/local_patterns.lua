-- Files of the context that are transferred: include and exclude patterns, and what links point to.
local base = bk.image("alpine:3.19")
bk.export(base:run([[
    set -eux
    files() { (cd $1 && find . -type f | sort | xargs); }
    test "$(files /include)" = "./hello.txt ./src/main.go ./src/main_test.go"
    test "$(files /exclude)" = "./.hidden ./bin/setuid ./bin/tool.sh ./closed/inside ./hello.txt ./private.key ./src/README.md ./src/main.go ./src/pkg/a.go ./src/pkg/deep/b.go ./src/vendor/v.go"
    test "$(files /both)" = "./src/main.go ./src/pkg/a.go ./src/pkg/deep/b.go"
    test "$(files /follow)" = "./hello.txt"
    test -L /follow/to-hello
    test "$(files /tree)" = "./src/pkg/a.go ./src/pkg/a_test.go ./src/pkg/deep/b.go ./src/pkg/deep/b_test.go"
]], {
    mounts = {
        bk.bind(bk.local_("context", { include = { "hello.txt", "src/*.go" } }), "/include"),
        bk.bind(bk.local_("context", { exclude = { "**/*_test.go", "*.txt", "!hello.txt" } }), "/exclude"),
        bk.bind(bk.local_("context", { include = { "src" }, exclude = { "**/*_test.go", "**/vendor", "**/*.md", "src/up" } }), "/both"),
        bk.bind(bk.local_("context", { follow_paths = { "to-hello" } }), "/follow"),
        bk.bind(bk.local_("context", { include = { "src/pkg" } }), "/tree"),
    },
}))
