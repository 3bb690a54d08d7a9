-- An optional agent may be missing.
local base = bk.image("alpine:3.19")
bk.export(base:run("test ! -S /run/ssh", { mounts = { bk.ssh({ optional = true }) } }))
