-- BuildKit takes a name that the target's /etc/passwd or /etc/group lacks for root.
local base = bk.image("alpine:3.19")
local theirs = bk.scratch():mkfile("/f", "", { owner = { user = 5, group = 6 } })
local s = base:copy(theirs, "/f", "/f", { owner = { user = "nobody-knows", group = "nobody-knows" } })
bk.export(s:run('test "$(stat -c %u:%g /f)" = 0:0'))
