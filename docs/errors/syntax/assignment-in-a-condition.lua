-- luakit validate assignment-in-a-condition.lua
local x = 1
if x = 1 then print(1) end
