-- Files can be put into an empty file system; it holds nothing else.
--! docker: 28
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = bk.scratch()
    :copy(ctx, "bin/tool.sh", "/bin/tool.sh", { owner = { user = 3, group = 4 } })
    :mkdir("/etc")
    :mkfile("/etc/motd", "hi", { owner = "root:root" })
    :symlink("motd", "/etc/link")
    :mkfile("/gone", "")
    :rm("/gone")

bk.export(base:run([[
    set -eux
    cd /result
    test "$(find . | sort | xargs)" = ". ./bin ./bin/tool.sh ./etc ./etc/link ./etc/motd"
    test "$(stat -c %a:%u:%g bin/tool.sh)" = 750:3:4
    test "$(cat etc/link)" = hi
    test "$(stat -c %u:%g etc/motd)" = 0:0
]], { mounts = { bk.bind(s, "/result") } }))
