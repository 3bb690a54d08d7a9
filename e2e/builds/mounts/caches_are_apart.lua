-- Caches of different names do not see each other; one name is one cache, wherever it is mounted.
local base = bk.image("alpine:3.19")
local id = "apart-" .. bk.arg("RUN")
local s = base
    :run("echo one > /c/x", { mounts = { bk.cache("/c", { id = id .. "-one" }) } })
    :run("test ! -e /c/x && echo two > /c/x", { mounts = { bk.cache("/c", { id = id .. "-two" }) } })
    :run('test "$(cat /other/path/x)" = one', { mounts = { bk.cache("/other/path", { id = id .. "-one" }) } })
    :run('test "$(cat /a/x /b/x)" = "$(printf "one\ntwo")"', {
        mounts = { bk.cache("/b", { id = id .. "-two" }), bk.cache("/a", { id = id .. "-one" }) },
    })
bk.export(s)
