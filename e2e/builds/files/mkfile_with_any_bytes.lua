-- A file may hold every byte there is, in any order.
local bytes = {}
for i = 0, 255 do
    bytes[#bytes + 1] = string.char(i)
end
local base = bk.image("alpine:3.19")
local s = base:mkfile("/bytes", table.concat(bytes) .. table.concat(bytes):reverse())
bk.export(s:run([[
    set -eux
    test "$(stat -c %s /bytes)" = 512
    for i in $(seq 0 255) $(seq 255 -1 0); do printf "\\$(printf %o $i)"; done | cmp - /bytes
]]))
