-- Hosts that the command knows by name, beside those of its image.
local base = bk.image("alpine:3.19")
local s = base
    :run([==[
        set -eux
        grep -q '^10\.0\.0\.1[[:space:]]*db\.local' /etc/hosts
        grep -q '^fd00::1[[:space:]]*six\.local' /etc/hosts
        grep -q localhost /etc/hosts
    ]==], { extra_hosts = { ["db.local"] = "10.0.0.1", ["six.local"] = "fd00::1" } })
    :run("grep -q 'list.local' /etc/hosts", { extra_hosts = { "list.local=10.0.0.2" } })
bk.export(s:run("! grep -q db.local /etc/hosts"))
