-- luakit validate increment.lua
local x = 1
x += 1
