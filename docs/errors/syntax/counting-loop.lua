-- luakit validate counting-loop.lua
for i in 1..3 do
    print(i)
end
