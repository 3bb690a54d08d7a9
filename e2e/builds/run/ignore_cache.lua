-- A command that ignores the cache runs in every build; others do not.
--! builds: 2
--! prints: ran again
--! prints: CACHED
local base = bk.image("alpine:3.19")
local once = base:run("sleep 0.01")
bk.export(once:run("echo ran again", { ignore_cache = true }))
