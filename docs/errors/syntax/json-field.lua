-- luakit validate json-field.lua
local t = { a: 1 }
