-- luakit validate not-equal.lua
if bk.target != "a" then print(1) end
