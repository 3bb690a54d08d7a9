-- luakit validate missing-build-argument.lua
local v = bk.arg("VERSION")
local s = bk.image("alpine:" .. v)
