-- luakit validate endless-recursion.lua
local function f() return 1 + f() end
f()
