-- A command begins with what its image's configuration says: environment, directory, user.
--! only: docker
local base = bk.image("luakit-e2e/configured")
local s = base
    :run([[
        set -eux
        test "$MARK" = "from the image"
        test "$(only-here)" = "from its PATH"
        test "$PWD" = /srv/app
        test "$(id -un)" = nobody
    ]])
    :run("test $(id -u):$PWD = 0:/tmp", { user = "root", cwd = "/tmp" })
    :run('test "$MARK:$PWD" = mine:/srv/app/sub', { env = { MARK = "mine" }, cwd = "sub", user = "root" })
    :mkfile("relative", "")
    :with_env({ MARK = "later" })
bk.export(s:run('test "$MARK" = later && test -e /srv/app/relative && only-here'))
