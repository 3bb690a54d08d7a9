-- A pattern must match something.
--! fails: wildcard_that_matches_nothing.lua:5
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:copy(ctx, "src/*.zig", "/zig/", { allow_wildcard = true }))
