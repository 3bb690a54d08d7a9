-- With keep_git_dir the repository itself comes too.
--! server
local base = bk.image("alpine:3.19")
local url = bk.arg("SERVER") .. "/git/project.git"
bk.export(base:run([[
    set -eux
    test "$(cat /r/version)" = 1
    test -f /r/.git/HEAD
    test "$(cat /r/.git/HEAD)" = "$TAGGED"
]], { env = { TAGGED = bk.arg("TAGGED") }, mounts = { bk.bind(bk.git(url, { ref = "v1", keep_git_dir = true }), "/r") } }))
