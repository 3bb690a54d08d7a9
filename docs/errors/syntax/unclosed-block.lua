-- luakit validate unclosed-block.lua
local function app(base)
    if bk.target == "test" then
        base = base:run("make test")
    return base
end

bk.export(app(bk.image("alpine:3.19")))
