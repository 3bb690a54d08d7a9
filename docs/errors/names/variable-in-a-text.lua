-- luakit validate variable-in-a-text.lua
local version = "3.19"
local s = bk.image("alpine:${version}")
