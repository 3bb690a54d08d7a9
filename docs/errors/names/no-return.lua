-- luakit validate no-return.lua
local function app()
    local s = bk.image("alpine:3.19"):run("make")
end

local built = app()
bk.export(built)
