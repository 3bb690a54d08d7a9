-- With readonly_rootfs only mounts can be written to, and the files stay what they were.
local base = bk.image("alpine:3.19"):mkfile("/before", "")
local s = base:run([[
    set -eux
    ! touch /file
    ! rm /before
    touch /tmp/file
]], { readonly_rootfs = true, mounts = { bk.tmpfs("/tmp") } })
bk.export(s:run("test -e /before && test ! -e /file"))
