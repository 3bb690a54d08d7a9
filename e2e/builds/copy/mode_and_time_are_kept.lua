-- A file keeps its permissions and its time of last change.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "bin/tool.sh", "/tool.sh")
    :copy(ctx, "private.key", "/private.key")
    :copy(ctx, "bin/setuid", "/setuid")
    :copy(ctx, "closed", "/closed")

bk.export(s:run([[
    set -eux
    test "$(stat -c %a /tool.sh)" = 750
    test "$(stat -c %a /private.key)" = 600
    test "$(stat -c %a /setuid)" = 4755
    test "$(stat -c %a /closed)" = 711
    test "$(stat -c %a /closed/inside)" = 644
    test "$(stat -c %Y /tool.sh)" = 981173106
    test "$(stat -c %Y /closed)" = 981173106
]]))
