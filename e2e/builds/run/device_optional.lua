-- A device may be optional.
--! only: docker
--! capability: exec.meta.cdi
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { devices = { { name = "vendor.example/device=none", optional = true } } }))
