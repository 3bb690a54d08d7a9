-- luakit validate state-changed.lua
local s = bk.image("alpine")
s.env = { A = "b" }
