-- luakit validate statement-behind-return.lua
return 1
print(2)
