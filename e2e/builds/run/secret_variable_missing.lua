-- A secret that is not given is an error, unless it is optional.
--! fails: no-such-secret
--! fails: secret_variable_missing.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { secret_env = { TOKEN = "no-such-secret" } }))
