-- luakit validate default-of-a-parameter.lua
local function app(base, version = "3.19")
    return base:run("make VERSION=" .. version)
end
