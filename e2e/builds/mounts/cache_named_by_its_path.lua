-- A cache without a name is known by its path.
local base = bk.image("alpine:3.19")
local path = "/by-path-" .. bk.arg("RUN")
local s = base
    :run("echo kept > " .. path .. "/x", { mounts = { bk.cache(path) } })
    :run('test "$(cat /elsewhere/x)" = kept', { mounts = { bk.cache("/elsewhere", { id = path }) } })
bk.export(s)
