-- Paths that are required are there; they are seen as the source path is.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base:copy(ctx, "src", "/src", { include = { "**/*.go" }, required_paths = { "src/main.go", "/src/pkg/a.go" } })
bk.export(s:run("test -f /src/main.go"))
