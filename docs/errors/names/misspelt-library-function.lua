-- luakit validate misspelt-library-function.lua
table.instert({}, 1)
