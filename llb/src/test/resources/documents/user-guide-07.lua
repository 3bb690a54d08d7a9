-- 1. Define base image
local base = bk.image("golang:1.21-alpine")

-- 2. Add dependencies
local builder = base:run("apk add --no-cache git ca-certificates")

-- 3. Copy source code
local src = bk.local_("context")
local workspace = builder:copy(src, ".", "/app")

-- 4. Build application
local built = workspace:run("go build -o /out/app ./cmd/server", {
    cwd = "/app"
})

-- 5. Prepare runtime
local runtime = bk.image("alpine:3.19")
local final = runtime:copy(built, "/out/app", "/app/server")

-- 6. Export final image
bk.export(final, {
    entrypoint = {"/app/server"},
    env = {"PORT=8080"},
    user = "app",
    workdir = "/app"
})
