-- Builds a Go program into an image that has nothing else in it.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg GO_VERSION=1.23. The newest Go 1 unless it
-- is given; "." is where the package main is, or PACKAGE=./cmd/app.
local version = bk.arg("GO_VERSION", "1")
local package = bk.arg("PACKAGE", ".")

local go = bk.image("golang:" .. version)
    :with_workdir("/src")
    :with_env({ CGO_ENABLED = "0" })

-- Directories that stay from one build to the next.
local modules = bk.cache("/go/pkg/mod", { id = "gomod" })
local objects = bk.cache("/root/.cache/go-build", { id = "gobuild" })

-- Step 1: the modules. Only what stands in `include` is sent, so this step is done again
-- only where go.mod or go.sum has changed.
local wanted = bk.local_("context", { include = { "go.mod", "go.sum" } })
local deps = go:copy(wanted, ".", "/src"):run("go mod download", {
    mounts = {
        modules,
        -- For private modules: buildctl build --secret id=netrc,src=$HOME/.netrc
        -- bk.secret("/root/.netrc", { id = "netrc" }),
        -- For modules over SSH: buildctl build --ssh default
        -- bk.ssh(),
    },
})

-- Step 2: the program.
local source = bk.local_("context", {
    exclude = { ".git", "out", "build.lua", "luakit.lock", ".luarc.json", "types/*.lua" },
})
local compile = { "go", "build", "-trimpath", "-ldflags=-s -w", "-o", "/out/app", package }
local built = deps:copy(source, ".", "/src"):run(compile, { mounts = { modules, objects } })

-- The image: the program, and the certificates that it needs for HTTPS.
local image = bk.scratch()
    :copy(built, "/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/ca-certificates.crt")
    :copy(built, "/out/app", "/app")

bk.export(image, {
    entrypoint = { "/app" },
    user = "65534:65534", -- nobody
    expose = { "8080/tcp" },
})
