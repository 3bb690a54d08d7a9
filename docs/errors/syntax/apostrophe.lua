-- luakit validate apostrophe.lua
local x = 'it's'
