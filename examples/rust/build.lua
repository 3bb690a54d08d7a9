-- A Rust server: Cargo's downloads and objects are caches, so that only what has changed is compiled.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local prelude = require("prelude")

-- These are the image's; they are said here for builds that can't ask a registry for them.
local rust = bk.image("rust:1.79-slim"):with_env({
    CARGO_HOME = "/usr/local/cargo",
    PATH = "/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    RUSTUP_HOME = "/usr/local/rustup",
})

local source = bk.local_("context", { include = { "Cargo.toml", "Cargo.lock", "src" } })
local built = prelude.cargo(rust, source, { bins = { "server" } })

local server = prelude.user(bk.image("debian:12-slim"), { name = "web" })
bk.export(prelude.copy_from(server, built, { ["/out/server"] = "/usr/local/bin/server" }), {
    entrypoint = { "/usr/local/bin/server" },
    expose = { "8080/tcp" },
})
