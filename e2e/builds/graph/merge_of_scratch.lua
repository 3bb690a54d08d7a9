-- States that began empty can be merged, with and without an image, and with scratch itself.
local base = bk.image("alpine:3.19")
local a = bk.scratch():mkfile("/a", "")
local b = bk.scratch():mkfile("/b", "")
bk.export(base:run([[
    set -eux
    test "$(ls -A /both | xargs)" = "a b"
    test "$(ls -A /one | xargs)" = a
    test "$(ls -A /same | xargs)" = a
    test -z "$(ls -A /none)"
]], {
    mounts = {
        bk.bind(bk.merge(a, b), "/both"),
        bk.bind(bk.merge(bk.scratch(), a), "/one"),
        bk.bind(bk.merge(a, a), "/same"),
        bk.bind(bk.merge(bk.scratch(), bk.scratch()), "/none"),
    },
}))
