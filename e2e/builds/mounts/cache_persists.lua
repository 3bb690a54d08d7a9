-- A cache keeps what commands leave in it, from step to step and from build to build.
--! builds: 2
local base = bk.image("alpine:3.19")
local round = bk.arg("ROUND")
local cache = bk.cache("/cache", { id = "persists-" .. bk.arg("RUN") })
local s = base
    :run("echo " .. round .. " >> /cache/log", { mounts = { cache } })
    :run("test $(cat /cache/log | wc -l) = " .. round, { mounts = { cache } })
bk.export(s)
