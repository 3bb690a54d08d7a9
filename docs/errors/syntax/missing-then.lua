-- luakit validate missing-then.lua
local x = 1
if x == 1
    print(1)
end
