-- luakit validate end-too-many.lua
local function f(x)
    print(x)
end
end
