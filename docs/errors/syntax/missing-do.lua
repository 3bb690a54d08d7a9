-- luakit validate missing-do.lua
while true
    print(i)
end
