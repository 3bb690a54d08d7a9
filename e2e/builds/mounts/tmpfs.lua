-- An empty directory in memory, of a given size, of which nothing is left.
local base = bk.image("alpine:3.19"):mkfile("/tmp/from-image", "")
local s = base:run([[
    set -eux
    test -z "$(ls -A /tmp)"
    grep -q ' /tmp tmpfs ' /proc/mounts
    test "$(df -k /tmp | tail -1 | awk '{ print $2 }')" = 16384
    ! head -c 20000000 /dev/zero > /tmp/too-large
    touch /tmp/left
    grep -q ' /free tmpfs ' /proc/mounts
    head -c 20000000 /dev/zero > /free/large
]], { mounts = { bk.tmpfs("/tmp", { size = 16 * 1024 * 1024 }), bk.tmpfs("/free") } })
bk.export(s:run('test "$(ls -A /tmp)" = from-image'))
