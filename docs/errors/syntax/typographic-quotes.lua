-- luakit validate typographic-quotes.lua
local x = bk.image(‘alpine’)
