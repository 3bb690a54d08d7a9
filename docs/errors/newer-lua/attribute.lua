-- luakit validate attribute.lua
local x <const> = 1
