-- prelude.apk keeps what apk downloads, and adds as root what it is told to.
local prelude = require("prelude")
local base = require("programs")({
    apk = [[
        test "$(id -u)" = 0
        touch /var/cache/apk/index
        echo "$@" >/added
    ]],
})
bk.export(prelude.apk(base:with_user("app"), { "curl", "git" }):with_user("root"):run([[
    set -eux
    test "$(cat /added)" = "add --cache-dir /var/cache/apk --update-cache curl git"
    test ! -e /var/cache/apk/index
]]))
