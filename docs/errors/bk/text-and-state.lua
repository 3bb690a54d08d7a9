-- luakit validate text-and-state.lua
local s = bk.image("alpine")
print("a" .. s)
