-- The host's network is for builds whose user allows it.
--! fails: network.host
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { network = "host" }))
