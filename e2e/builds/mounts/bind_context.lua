-- The context as a mount, without being copied into the image.
local base = bk.image("alpine:3.19")
local s = base:run([[
    set -eux
    test "$(cat hello.txt)" = hello
    cp src/main.go /out
]], { cwd = "/src", mounts = { bk.bind(bk.local_("context"), "/src") } })
bk.export(s:run('test "$(cat /out)" = main && test ! -e /src/hello.txt'))
