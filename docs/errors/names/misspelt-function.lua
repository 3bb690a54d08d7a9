-- luakit validate misspelt-function.lua
prnit("a")
