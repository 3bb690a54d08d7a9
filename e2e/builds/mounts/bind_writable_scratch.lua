-- A writable mount of an empty file system collects what a command makes.
local base = bk.image("alpine:3.19")
local made = base
    :run("mkdir /out/bin && echo made > /out/bin/tool", { mounts = { bk.bind(bk.scratch(), "/out", { readonly = false }) } })
    :get_mount("/out")
bk.export(base:copy(made, "/bin/tool", "/tool"):run([[
    set -eux
    test "$(cat /tool)" = made
    test "$(find /all -type f)" = /all/bin/tool
]], { mounts = { bk.bind(made, "/all") } }))
