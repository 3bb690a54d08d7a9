-- luakit validate require-bk.lua
local bk = require("bk")
