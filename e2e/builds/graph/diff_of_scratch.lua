-- Differences to and from nothing: the whole, and nothing at all.
local base = bk.image("alpine:3.19")
local a = bk.scratch():mkfile("/a", "")
bk.export(base:run([[
    set -eux
    test "$(ls -A /whole)" = a
    test -z "$(ls -A /same)"
    test -z "$(ls -A /nothing)"
    test -z "$(ls -A /away)"
]], {
    mounts = {
        bk.bind(bk.diff(bk.scratch(), a), "/whole"),
        bk.bind(bk.diff(a, a), "/same"),
        bk.bind(bk.diff(bk.scratch(), bk.scratch()), "/nothing"),
        bk.bind(bk.diff(a, bk.scratch()), "/away"),
    },
}))
