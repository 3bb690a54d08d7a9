-- What is in a cache is not in the file system after the command.
local base = bk.image("alpine:3.19")
local s = base:run("echo x > /var-cache/x; touch /here", { mounts = { bk.cache("/var-cache", { id = bk.arg("RUN") }) } })
bk.export(s:run("test -e /here && test ! -e /var-cache/x"))
