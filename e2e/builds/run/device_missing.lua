-- A device that the daemon does not have is an error.
--! only: docker
--! fails: vendor.example/device=none
--! capability: exec.meta.cdi
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { devices = { "vendor.example/device=none" } }))
