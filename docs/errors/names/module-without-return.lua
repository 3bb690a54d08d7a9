-- luakit validate module-without-return.lua
local tools = require("libs.tools")
bk.export(tools.base())
