-- A directory does not take a file's place by itself.
--! fails: directory_over_a_file.lua:6
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local target = base:mkdir("/app"):mkfile("/app/pkg", "a file")
bk.export(target:copy(ctx, "src", "/app", { dir_contents_only = true }))
