-- prelude.squash: what several commands have changed, on the base, without what came and went.
local prelude = require("prelude")
local base = bk.image("alpine:3.19"):with_workdir("/home"):run("touch /old && echo base >/changed")
local s = base
    :run("head -c 1000 /dev/zero >/big && chown 1000:1000 /big && chmod 4755 /big")
    :run("echo changed >/changed && touch /gone && ln -s big /link")
    :run("rm /gone")
s = prelude.squash(base, s)
bk.export(s:run([[
    set -eux
    test "$(stat -c %u:%g:%a:%s /big)" = 1000:1000:4755:1000
    test "$(readlink /link)" = big
    test "$(cat /changed)" = changed
    test -e /old
    test ! -e /gone
    test "$PWD" = /home
]]))
