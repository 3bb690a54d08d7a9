-- A Go server on an empty file system.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local version = bk.arg("VERSION", "dev")

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local build = bk.image("golang:1.22-alpine")
    :with_workdir("/src")
    :with_env({
        CGO_ENABLED = "0",
        PATH = "/go/bin:/usr/local/go/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    })

local modules = bk.cache("/go/pkg/mod", { id = "gomod" })
local objects = bk.cache("/root/.cache/go-build", { id = "gobuild" })

-- Modules first: they are downloaded again only when go.mod changes.
local module = bk.local_("context", { include = { "go.mod", "go.sum" } })
local deps = build:copy(module, ".", "/src")
    :run("go mod download", { mounts = { modules } })

local source = bk.local_("context", { include = { "**/*.go" } })
local built = deps:copy(source, ".", "/src")
    :run({
        "go",
        "build",
        "-trimpath",
        "-ldflags",
        "-s -w -X main.version=" .. version,
        "-o",
        "/out/server",
        ".",
    }, { mounts = { modules, objects } })

bk.export(bk.scratch():copy(built, "/out/server", "/server"), {
    entrypoint = { "/server" },
    user = "65534:65534",
    expose = { "8080/tcp" },
})
