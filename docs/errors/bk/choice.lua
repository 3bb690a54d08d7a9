-- luakit validate choice.lua
bk.cache("/c", { sharing = "sharde" })
