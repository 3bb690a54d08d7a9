-- Whether a mount's content or its making is what a cached result is found by changes no file.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base
for _, mode in ipairs({ "default", "on", "off" }) do
    s = s:run('test "$(cat /m/hello.txt)" = hello # ' .. mode, {
        mounts = { bk.bind(ctx, "/m", { content_cache = mode }) },
    })
end
bk.export(s)
