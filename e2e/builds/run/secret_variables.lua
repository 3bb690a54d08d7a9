-- Secrets as variables of one command, by the table and by the list; an optional one may be missing.
--! secret: token=hunter2
local base = bk.image("alpine:3.19")
local s = base
    :run('test "$TOKEN" = hunter2', { secret_env = { TOKEN = "token" } })
    :run('test "$TOKEN" = hunter2', { secret_env = { { name = "TOKEN", id = "token" } } })
    :run('test -z "$NONE"', { secret_env = { { name = "NONE", id = "none", optional = true } } })
bk.export(s:run('test -z "${TOKEN+set}"'))
