-- prelude.user: the account is there, owns its home, is who commands run as, and is the image's user.
--! config: "User":"10001:10001"
local prelude = require("prelude")
local base = bk.image("alpine:3.19"):mkfile("/etc/shadow", "root:*:::::::\n", { mode = "0640" })
local s = prelude.user(base, { name = "web" })
s = s:run([[
    set -eux
    test "$(id -u):$(id -g)" = 10001:10001
    test "$(whoami)" = web
    test "$(grep web /etc/passwd)" = web:x:10001:10001::/home/web:/sbin/nologin
    test "$(grep web /etc/group)" = web:x:10001:
    test "$(stat -c %U:%G /home/web)" = web:web
    touch /home/web/mine
]])
s = s:run("test \"$(grep web /etc/shadow)\" = 'web:!:::::::'", { user = 0 })
-- A second one, in the first one's group, who does not take its place.
s = prelude.user(s, {
    name = "job", uid = 20000, gid = 10001, group = "web", home = "/srv/my job", shell = "/bin/sh", switch = false,
})
bk.export(s:run([[
    set -eux
    test "$(whoami)" = web
    test "$(grep job /etc/passwd)" = "job:x:20000:10001::/srv/my job:/bin/sh"
    test "$(grep -c :10001: /etc/group)" = 1
    test "$(stat -c %u:%g "/srv/my job")" = 20000:10001
]]))
