-- A path that the other state lacks is an error in the line of the command.
--! fails: no-such-path
--! fails: bind_selector_missing.lua:6
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:run("true", { mounts = { bk.bind(ctx, "/m", { selector = "/no-such-path" }) } }))
