-- Files: default mode, given mode, owner, time, content, and what is there already.
local base = bk.image("alpine:3.19")
local s = base
    :mkfile("/plain", "plain\n")
    :mkfile("/empty", "")
    :mkfile("/script", "#!/bin/sh\necho ran", { mode = "0755" })
    :mkfile("/number", "", { mode = 0640 })
    :mkfile("/owned", "", { owner = { user = 12, group = 34 } })
    :mkfile("/named", "", { owner = { user = "nobody", group = "nobody" } })
    :mkfile("/time", "", { created_time = 1234567890 })
    :mkfile("/twice", "the first, longer one")
    :mkfile("/twice", "the second")
    :mkfile("/quotes", [[$HOME `id` "double" 'single' \n]])
    :with_workdir("/tmp")
    :mkfile("relative", "here")

bk.export(s:run([==[
    set -eux
    test "$(cat /plain)" = plain
    test "$(stat -c %a:%u:%g /plain)" = 644:0:0
    test "$(stat -c %s /empty)" = 0
    test "$(/script)" = ran
    test "$(stat -c %a /number)" = 640
    test "$(stat -c %u:%g /owned)" = 12:34
    test "$(stat -c %u:%g /named)" = 65534:65534
    test "$(stat -c %Y /time)" = 1234567890
    test "$(cat /twice)" = "the second"
    test "$(cat /quotes)" = '$HOME `id` "double" '"'single'"' \n'
    test "$(cat /tmp/relative)" = here
]==]))
