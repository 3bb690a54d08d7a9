-- Paths that are required, absolute in the source, are there.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base:copy(ctx, "src", "/src", { include = { "**/*.go" }, required_paths = { "/src/main.go" } })
bk.export(s:run("test -f /src/main.go"))
