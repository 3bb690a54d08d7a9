-- prelude.minimal: accounts, a directory for temporary files and certificates, without any command.
local prelude = require("prelude")
local base = bk.image("alpine:3.19")
local certified = base:run("mkdir -p /etc/ssl/certs /usr/share/zoneinfo/Europe && echo pem >/etc/ssl/bundle"
    .. " && ln -s ../bundle /etc/ssl/certs/ca-certificates.crt && touch /usr/share/zoneinfo/Europe/Berlin")
local s = prelude.minimal({
    users = { { name = "web" }, { name = "job", uid = 20000, gid = 10001, home = "/srv/job" } },
    certificates = certified,
    timezones = certified,
})
bk.export(base:run([[
    set -eux
    cd /image
    test "$(cat etc/passwd)" = "root:x:0:0:root:/root:/sbin/nologin
web:x:10001:10001::/home/web:/sbin/nologin
job:x:20000:10001::/srv/job:/sbin/nologin"
    test "$(cat etc/group)" = "root:x:0:
web:x:10001:"
    test "$(stat -c %u:%g home/web srv/job)" = "10001:10001
20000:10001"
    test "$(stat -c %a tmp)" = 1777
    test ! -L etc/ssl/certs/ca-certificates.crt
    test "$(cat etc/ssl/certs/ca-certificates.crt)" = pem
    test -e usr/share/zoneinfo/Europe/Berlin
]], { mounts = { bk.bind(s, "/image") } }))
