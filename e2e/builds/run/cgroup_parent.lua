-- A command runs below the cgroup that it is given.
local base = bk.image("alpine:3.19")
bk.export(base:run("cat /proc/self/cgroup; cat /proc/self/mountinfo | grep cgroup", { cgroup_parent = "luakit-e2e" }))
