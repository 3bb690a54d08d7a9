-- The command sees the host's name that it is given.
local base = bk.image("alpine:3.19")
bk.export(base:run("test $(hostname) = builder", { hostname = "builder" }))
