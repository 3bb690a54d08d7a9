-- luakit validate unclosed-string.lua
local x = "abc
local y = 1
