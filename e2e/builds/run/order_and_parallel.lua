-- Steps that do not depend on each other run at the same time and come together.
local base = bk.image("alpine:3.19")
local parts = {}
for i = 1, 4 do
    parts[i] = bk.diff(base, base:run(("echo %d > /part%d"):format(i, i)))
end
bk.export(bk.merge(base, unpack(parts)):run('test "$(cat /part*| xargs)" = "1 2 3 4"'))
