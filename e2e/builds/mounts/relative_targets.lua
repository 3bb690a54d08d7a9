-- A relative target is seen from the command's working directory.
local base = bk.image("alpine:3.19")
bk.export(base:run("test \"$(cat /srv/m/hello.txt)\" = hello && cat m/hello.txt", {
    cwd = "/srv",
    mounts = { bk.bind(bk.local_("context"), "m") },
}))
