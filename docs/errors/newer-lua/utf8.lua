-- luakit validate utf8.lua
print(utf8.char(65))
