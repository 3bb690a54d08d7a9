-- BuildKit gives new files and directories no setuid, setgid and sticky bits; chmod does, and copies
-- keep them.
local base = bk.image("alpine:3.19")
local s = base
    :mkdir("/sticky", { mode = "1755" })
    :mkfile("/setuid", "", { mode = "4755" })
    :run("mkdir -p /from/tmp && chmod 1777 /from/tmp && touch /from/su && chmod 4755 /from/su")
s = s:copy(s, "/from", "/to")
bk.export(s:run([[
    set -eux
    test "$(stat -c %a /sticky)" = 755
    test "$(stat -c %a /setuid)" = 755
    test "$(stat -c %a /to/tmp)" = 1777
    test "$(stat -c %a /to/su)" = 4755
]]))
