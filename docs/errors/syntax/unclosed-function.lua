-- luakit validate unclosed-function.lua
local s = pcall(function()
    print("built")
)
