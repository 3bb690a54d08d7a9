-- A writable mount: what is written does not reach the other state, and get_mount has it.
local base = bk.image("alpine:3.19")
local other = bk.scratch():mkfile("/file", "before"):mkfile("/removed", "")
local s = base:run([[
    set -eux
    echo after > /m/file
    echo new > /m/new
    rm /m/removed
    touch /beside
]], { mounts = { bk.bind(other, "/m", { readonly = false }) } })

bk.export(s:run([[
    set -eux
    test -e /beside
    test ! -e /m/file
    test "$(cat /left/file)" = after
    test "$(cat /left/new)" = new
    test ! -e /left/removed
    test "$(cat /other/file)" = before
    test -e /other/removed
]], { mounts = { bk.bind(s:get_mount("/m"), "/left"), bk.bind(other, "/other") } }))
