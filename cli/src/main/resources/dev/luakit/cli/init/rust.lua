-- Builds a Rust program, and an image that has little more than the program in it.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg RUST_VERSION=1.85
local version = bk.arg("RUST_VERSION", "1")

local rust = bk.image("rust:" .. version):with_workdir("/src")

-- Directories that stay from one build to the next. Cargo's target directory is one of them,
-- so that only what has changed is compiled; what is to be kept is copied out of it.
local mounts = {
    bk.cache("/usr/local/cargo/registry", { id = "cargo" }),
    bk.cache("/src/target", { id = "cargo-target", sharing = "locked" }),
    -- For private crates: buildctl build --secret id=cargo,src=$HOME/.cargo/credentials.toml
    -- bk.secret("/usr/local/cargo/credentials.toml", { id = "cargo" }),
}

local source = bk.local_("context", {
    exclude = { ".git", "target", "out", "build.lua", "luakit.lock", ".luarc.json", "types/*.lua" },
})
local built = rust:copy(source, ".", "/src"):run([[
    set -e
    cargo build --release
    mkdir /out
    # The program: what is executable in the directory, of which there is one.
    find target/release -maxdepth 1 -type f -executable -exec cp {} /out/app ';'
]], { mounts = mounts })

local image = bk.image("debian:stable-slim"):copy(built, "/out/app", "/usr/local/bin/app")

bk.export(image, {
    entrypoint = { "/usr/local/bin/app" },
    user = "65534:65534", -- nobody
    expose = { "8080/tcp" },
})
