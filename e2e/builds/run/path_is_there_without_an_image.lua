-- A file system that comes from no image has the usual PATH.
local base = bk.image("alpine:3.19")
local s = bk.scratch():copy(base, "/", "/")
bk.export(s:run([[
    set -eux
    ls / > /dev/null
    echo "$PATH" | grep -q /bin
]]))
