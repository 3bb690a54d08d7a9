-- luakit validate string-method.lua
print(("a,b"):split(","))
