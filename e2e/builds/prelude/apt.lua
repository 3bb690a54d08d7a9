-- prelude.apt keeps what apt-get downloads, though the image says to throw it away, and leaves
-- neither a download nor another setting in the image.
--! builds: 2
local prelude = require("prelude")
local programs = require("programs")
local base = programs({
    ["apt-get"] = [[
        # Debian's setting, for the time that apt-get runs, is empty.
        test -e /etc/apt/apt.conf.d/docker-clean
        test ! -s /etc/apt/apt.conf.d/docker-clean
        test "$(id -u)" = 0
        test "$DEBIAN_FRONTEND" = noninteractive
        echo "$@" >>/var/lib/installed
        case $1 in
        update) echo list >/var/lib/apt/lists/list ;;
        install) test -e /var/lib/apt/lists/list; echo deb >>/var/cache/apt/archive ;;
        esac
    ]],
}):mkdir("/etc/apt/apt.conf.d", { make_parents = true })
    :mkfile("/etc/apt/apt.conf.d/docker-clean", "clean\n")
    :with_user("nobody")
local name = "test-" .. bk.arg("RUN")
local s = prelude.apt(base, { "curl", "git=1:2.*" }, {
    cache = name,
    env = { ROUND = bk.arg("ROUND") },
})
-- The second build finds what the first has downloaded.
s = s:run([[
    set -eux
    test "$(grep -c deb /cache/archive)" = "$ROUND"
]], {
    env = { ROUND = bk.arg("ROUND") },
    mounts = { bk.cache("/cache", { id = name .. ":/var/cache/apt" }) },
})
bk.export(s:run([[
    set -eux
    test "$(whoami)" = nobody
    test "$(cat /etc/apt/apt.conf.d/docker-clean)" = clean
    test "$(cat /var/lib/installed)" = "update
install -y --no-install-recommends curl git=1:2.*"
    test ! -e /var/lib/apt/lists/list
    test ! -e /var/cache/apt/archive
]]))
