-- luakit validate misspelt-variable.lua
local base = "alpine:3.19"
local s = bk.image(bsae)
