-- A text is a command line of /bin/sh: quotes, variables, pipes, several lines.
local base = bk.image("alpine:3.19")
local s = base
    :run([[printf '%s' "a  b" 'c"d' e\ f > /words]])
    :run("X=1; echo $((X + 1)) | tr 2 3 > /shell")
    :run("for i in 1 2 3\ndo\n  printf $i\ndone > /lines")
    :run("printf 'ü€' > /utf8")
bk.export(s:run([[
    set -eux
    test "$(cat /words)" = 'a  bc"de f'
    test "$(cat /shell)" = 3
    test "$(cat /lines)" = 123
    test "$(cat /utf8)" = 'ü€'
]]))
