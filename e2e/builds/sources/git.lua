-- A repository: its default branch, a branch, a tag, a commit, a directory of it.
--! server
--! capability: source.git.checksum
local base = bk.image("alpine:3.19")
local url = bk.arg("SERVER") .. "/git/project.git"
local commit = bk.arg("COMMIT")

bk.export(base:run([[
    set -eux
    test "$(cat /default/version)" = 3
    test ! -e /default/.git
    test "$(cat /branch/version)" = side
    test "$(cat /tag/version)" = 1
    test "$(cat /commit/version)" = 2
    test "$(cat /fragment/version)" = 1
    test "$(cat /subdir/inside)" = inside
    test ! -e /subdir/version
    test "$(cat /fragment-subdir/inside)" = inside
    test "$(stat -c %a /default/tool.sh)" = 755
    test "$(cat /checked/version)" = 1
]], {
    mounts = {
        bk.bind(bk.git(url), "/default"),
        bk.bind(bk.git(url, { ref = "side" }), "/branch"),
        bk.bind(bk.git(url, { ref = "v1" }), "/tag"),
        bk.bind(bk.git(url, { ref = commit }), "/commit"),
        bk.bind(bk.git(url .. "#v1"), "/fragment"),
        bk.bind(bk.git(url, { subdir = "dir" }), "/subdir"),
        bk.bind(bk.git(url .. "#v1:dir"), "/fragment-subdir"),
        bk.bind(bk.git(url, { ref = "v1", checksum = bk.arg("TAGGED") }), "/checked"),
    },
}))
