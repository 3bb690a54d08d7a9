-- luakit validate text-without-quotes.lua
local s = bk.image(alpine:3.19)
