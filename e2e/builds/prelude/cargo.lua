-- prelude.cargo keeps the compiler's objects, and takes the programs out of them.
--! builds: 2
local prelude = require("prelude")
local source = bk.scratch():mkfile("/Cargo.toml", "# " .. bk.arg("ROUND"))
local base = require("programs")({
    cargo = [[
        test -e Cargo.toml
        test "$CARGO_TARGET_DIR" = /src/target
        touch /usr/local/cargo/registry/crate /usr/local/cargo/git/crate
        mkdir -p target/release
        echo "$@" >target/release/server
        echo "$@" >>target/release/client
    ]],
})
local s = prelude.cargo(base, source, {
    bins = { "server", "client" },
    features = { "tls" },
    cache = "test-" .. bk.arg("RUN"),
})
bk.export(s:run([[
    set -eux
    line="build --profile release --locked --features tls --bin server --bin client"
    test "$(cat /out/server)" = "$line"
    test "$(grep -c tls /out/client)" = "$ROUND"
    test ! -e /src/target/release
    test ! -e /usr/local/cargo/registry/crate
]], { env = { ROUND = bk.arg("ROUND") } }))
