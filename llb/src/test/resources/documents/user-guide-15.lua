-- Builder stage
local builder = bk.image("golang:1.21")
local src = bk.local_("context")
local built = builder:copy(src, ".", "/app")
    :run("go build -o /out/server ./cmd/server", { cwd = "/app" })

-- Runtime stage
local runtime = bk.image("alpine:3.19")
local final = runtime:copy(built, "/out/server", "/server")

bk.export(final, {
    entrypoint = {"/server"},
    user = "nobody"
})
