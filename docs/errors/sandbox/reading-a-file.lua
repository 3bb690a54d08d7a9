-- luakit validate reading-a-file.lua
local f = io.open("VERSION")
