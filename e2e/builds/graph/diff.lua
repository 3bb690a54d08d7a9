-- A difference has what was added and changed, with modes and owners, and nothing else.
local base = bk.image("alpine:3.19"):mkfile("/changed", "before"):mkfile("/same", "")
local upper = base
    :mkfile("/added", "new", { mode = "0640", owner = { user = 5, group = 6 } })
    :mkfile("/changed", "after")
    :run("mkdir -m 700 /dir && touch /dir/file")
bk.export(base:run([[
    set -eux
    cd /diff
    test "$(cat added)" = new
    test "$(stat -c %a:%u:%g added)" = 640:5:6
    test "$(cat changed)" = after
    test "$(stat -c %a dir)" = 700
    test -f dir/file
    test ! -e same
    test ! -e bin
]], { mounts = { bk.bind(bk.diff(base, upper), "/diff") } }))
