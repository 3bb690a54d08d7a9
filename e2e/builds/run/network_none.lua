-- Without a network there is the loopback interface and nothing else.
local base = bk.image("alpine:3.19")
bk.export(base:run([[
    set -eux
    test "$(ls /sys/class/net)" = lo
    test "$(grep -c . /proc/net/dev)" = 3
    ! ip route | grep -q .
]], { network = "none" }))
