-- A secret that is not given is an error in the line of the command.
--! fails: no-such-secret
--! fails: secret_missing.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { mounts = { bk.secret("/run/secrets/no-such-secret") } }))
