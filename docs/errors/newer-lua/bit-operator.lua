-- luakit validate bit-operator.lua
local x = 1 | 2
