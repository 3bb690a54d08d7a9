-- luakit validate colon-in-place-of-dot.lua
local s = bk:image("alpine")
