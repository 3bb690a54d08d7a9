-- A list is a program and its arguments, which no shell touches.
local base = bk.image("alpine:3.19")
local s = base
    :mkfile("/args", "#!/bin/sh\nfor a; do echo \"[$a]\"; done > /out\n", { mode = "0755" })
    :run({ "/args", "a b", "", "$HOME", "'q'", "*", "x\ny", "-n" })
bk.export(s:run([[
    set -eux
    test "$(cat /out)" = "[a b]
[]
[\$HOME]
['q']
[*]
[x
y]
[-n]"
]]))
