-- luakit validate const.lua
const x = 1
