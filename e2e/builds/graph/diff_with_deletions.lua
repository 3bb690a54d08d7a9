-- A difference carries deletions, which take effect where it is merged.
local base = bk.image("alpine:3.19")
    :mkdir("/d"):mkfile("/d/gone", ""):mkfile("/d/stays", ""):mkfile("/gone", ""):mkdir("/tree"):mkfile("/tree/x", "")
local upper = base:rm("/gone"):rm("/d/gone"):run("rm -r /tree && touch /new")
local diff = bk.diff(base, upper)
local other = bk.image("alpine:3.19"):mkfile("/gone", "other"):mkdir("/d"):mkfile("/d/gone", "other"):mkfile("/d/mine", "")

bk.export(bk.merge(other, diff):run([[
    set -eux
    test ! -e /gone
    test ! -e /d/gone
    test -e /d/mine
    test ! -e /d/stays
    test -e /new
    cd /onto-base
    test ! -e gone
    test ! -e tree
    test -e d/stays
    test -e new
]], { mounts = { bk.bind(bk.merge(base, diff), "/onto-base") } }))
