-- prelude.layer: what is removed, or in memory, never was in the layer.
local prelude = require("prelude")
local base = bk.image("alpine:3.19")
local s = prelude.layer(base, {
    "mkdir -p /var/log/x '/var/my cache'",
    "touch /tmp/download /var/log/x/a.log /var/log/x/keep '/var/my cache/file'",
    "cp /tmp/download /kept",
}, { remove = { "/var/log/x/*.log", "/var/my cache" } })
bk.export(s:run([[
    set -eux
    test -e /kept
    test ! -e /tmp/download
    test "$(ls /var/log/x)" = keep
    test ! -e '/var/my cache'
]]):run("! ls /diff/tmp/download /diff/var/log/x/a.log", { mounts = { bk.bind(bk.diff(base, s), "/diff") } }))
