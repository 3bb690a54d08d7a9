-- luakit validate module-function.lua
local go = require("libs.go")
bk.export(go.biuld())
