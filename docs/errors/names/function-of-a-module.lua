-- luakit validate function-of-a-module.lua
local go = require("libs.go")
bk.export(go.biuld())
