-- Variables: a table or a list, any text, for one command or for all later ones.
local base = bk.image("alpine:3.19")
local s = base
    :run([[
        set -eux
        test "$TEXT" = "a b"
        test "$NUMBER" = 42
        test "$YES" = true
        test "$EMPTY" = ""
        test "${EMPTY+set}" = set
        test "$QUOTES" = '"$x" `y`'
        test "$EQUALS" = a=b=c
        test "$LINES" = "1
2"
    ]], {
        env = {
            TEXT = "a b",
            NUMBER = 42,
            YES = true,
            EMPTY = "",
            QUOTES = '"$x" `y`',
            EQUALS = "a=b=c",
            LINES = "1\n2",
        },
    })
    :run('test "$A-$B" = 1-2', { env = { "A=1", "B=2" } })
    :run('test -z "${TEXT+set}"')

local sticky = s
    :with_env({ STICKY = "yes", OTHER = "1" })
    :run('test "$STICKY$OTHER" = yes1')
    :run('test "$STICKY" = over', { env = { STICKY = "over" } })
    :mkfile("/file", "")
    :run('test "$STICKY" = yes')
    :with_env({ OTHER = "2" })

bk.export(sticky:run('test "$STICKY$OTHER" = yes2'))
