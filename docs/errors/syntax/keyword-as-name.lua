-- luakit validate keyword-as-name.lua
local s = bk.local("context")
