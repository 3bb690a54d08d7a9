-- luakit validate no-export.lua
local s = bk.image("alpine:3.19"):run("ls")
