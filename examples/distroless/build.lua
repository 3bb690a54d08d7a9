-- A Go server on an image that has certificates, time zones and a user, but no shell and no packages.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local prelude = require("prelude")

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local golang = bk.image("golang:1.22"):with_env({
    PATH = "/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
})

local built = prelude.go(golang, bk.local_("context", { include = { "go.mod", "*.go" } }), {
    ldflags = "-s -w",
    output = "/out/server",
})

-- The layer is the same on any base: when distroless is new, nothing is copied again. The user nonroot is the base's.
local base = bk.image("gcr.io/distroless/static-debian12:nonroot")
bk.export(prelude.link(base, built, "/out/server", "/server"), {
    entrypoint = { "/server" },
    expose = { "8080/tcp" },
})
