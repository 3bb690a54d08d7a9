-- A required path that is missing is an error.
--! only: buildctl
--! fails: nowhere.go
--! fails: required_paths_missing.lua:7
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:copy(ctx, "src", "/src", { include = { "**/*.go" }, required_paths = { "src/nowhere.go" } }))
