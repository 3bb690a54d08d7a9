-- luakit validate unclosed-long-string.lua
local x = [[abc
local y = 1
