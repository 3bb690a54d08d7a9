-- Submodules come too, unless they are left out.
--! server
--! capability: source.git.skipsubmodules
local base = bk.image("alpine:3.19")
local url = bk.arg("SERVER") .. "/git/with-submodule.git"
bk.export(base:run([[
    set -eux
    test "$(cat /with/sub/version)" = 3
    test -d /without/sub
    test ! -e /without/sub/version
]], {
    mounts = {
        bk.bind(bk.git(url), "/with"),
        bk.bind(bk.git(url, { skip_submodules = true }), "/without"),
    },
}))
