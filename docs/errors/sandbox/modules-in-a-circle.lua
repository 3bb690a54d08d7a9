-- luakit validate modules-in-a-circle.lua
local go = require("libs.go")
