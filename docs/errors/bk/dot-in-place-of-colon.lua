-- luakit validate dot-in-place-of-colon.lua
local s = bk.image("alpine:3.19")
local t = s.run("ls")
bk.export(t)
