-- luakit validate table-unpack.lua
print(table.unpack({1,2}))
