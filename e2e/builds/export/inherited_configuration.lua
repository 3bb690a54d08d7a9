-- The exported image has what its base image says, with bk.export's options over it.
--! only: docker
--! config: "MARK=from the image"
--! config: "ADDED=yes"
--! config: "PATH=/opt/bin:
--! config: "WorkingDir":"/srv/app"
--! config: "User":"nobody"
--! config: "Entrypoint":["/opt/bin/only-here"]
--! config: "Cmd":["argument"]
--! config: "ExposedPorts":{"80/tcp":{},"81/tcp":{}}
--! config: "inherited":"yes"
--! config: "mine":"too"
--! config: "Volumes":{"/data":{}}
--! config: "StopSignal":"SIGQUIT"
local s = bk.image("luakit-e2e/configured"):run("true")
bk.export(s, { env = { ADDED = "yes" }, expose = { 81 }, labels = { mine = "too" } })
