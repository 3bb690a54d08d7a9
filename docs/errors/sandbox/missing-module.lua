-- luakit validate missing-module.lua
local x = require("libs.nothing")
