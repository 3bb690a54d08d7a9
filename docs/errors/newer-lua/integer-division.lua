-- luakit validate integer-division.lua
print(7 // 2)
