-- luakit validate from.lua
local s = bk.from("alpine:3.19")
bk.export(s)
