-- An agent that is not there is an error in the line of the command.
--! fails: deploy
--! fails: ssh_missing.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { mounts = { bk.ssh({ id = "deploy" }) } }))
