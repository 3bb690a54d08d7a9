-- The same program for several platforms: the compiler runs on the machine that builds, without emulation.
--
--   luakit build --build-arg BUILDER=linux/amd64 \
--     --platform linux/amd64,linux/arm64,linux/arm/v7 -o 'where-{os}-{arch}.pb' build.lua
--   buildctl build --local context=. --output type=local,dest=out < where-linux-arm64.pb

local prelude = require("prelude")

-- The frontend knows on which platform the daemon is; on the command line nobody does who is not told.
local builder = bk.arg("BUILDER") or bk.build_platform

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local golang = bk.image("golang:1.22-alpine", { platform = builder }):with_env({
    PATH = "/go/bin:/usr/local/go/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
})

local built = prelude.go(golang, bk.local_("context", { include = { "go.mod", "*.go" } }), {
    output = "/out/where",
    platform = bk.target_platform,
})

-- What differs from platform to platform is as plain as any other condition.
local labels = { ["org.opencontainers.image.title"] = "where" }
if bk.target_platform.arch == "arm" then
    labels["com.example.floating-point"] = "hard"
end

bk.export(prelude.copy_from(bk.scratch(), built, { ["/out/where"] = "/where" }), {
    entrypoint = { "/where" },
    labels = labels,
})
