-- Prints the primes up to a number, which is the first argument: luakit eval primes.lua 100
local most = tonumber((...)) or 100

local composite = {}
for n = 2, most do
    if not composite[n] then
        print(n)
        for multiple = n * n, most, n do
            composite[multiple] = true
        end
    end
end
