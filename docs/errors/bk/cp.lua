-- luakit validate cp.lua
local s = bk.image("alpine:3.19"):cp("a", "b")
