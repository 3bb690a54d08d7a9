-- An image that the daemon has is taken from there.
local base = bk.image("alpine:3.19", { resolve_mode = "local" })
bk.export(base:run("test -x /bin/sh"))
