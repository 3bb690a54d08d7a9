-- prelude.go downloads modules before it sees the sources, and compiles for the platform it is told.
local prelude = require("prelude")
local source = bk.scratch():mkfile("/go.mod", "module m\n"):mkfile("/main.go", "package main\n")
local base = require("programs")({
    go = [[
        case "$*" in
        "mod download") test ! -e main.go; touch "$GOMODCACHE/module" ;;
        *)
            test -e main.go
            test -e "$GOMODCACHE/module"
            touch "$GOCACHE/object"
            mkdir /out
            echo "$@ ($CGO_ENABLED $GOOS/$GOARCH/$GOARM)" >/out/server ;;
        esac
    ]],
})
local s = prelude.go(base, source, {
    package = "./cmd/server",
    output = "/out/server",
    ldflags = "-s -w",
    tags = { "netgo", "osusergo" },
    platform = "linux/arm/v7",
    cache = "test-" .. bk.arg("RUN"),
})
bk.export(s:run([[
    set -eux
    options="-buildvcs=false -trimpath -tags netgo,osusergo -ldflags -s -w"
    test "$(cat /out/server)" = "build $options -o /out/server ./cmd/server (0 linux/arm/7)"
    test ! -e /go/pkg/mod/module
    test ! -e /root/.cache/go-build/object
]]))
