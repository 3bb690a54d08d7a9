-- Deep recursion with very little work in each call.
-- n: how many times the function is computed.
local n = tonumber((...)) or 250

local function ackermann(x, y)
  if x == 0 then
    return y + 1
  elseif y == 0 then
    return ackermann(x - 1, 1)
  end
  return ackermann(x - 1, ackermann(x, y - 1))
end

local sum = 0
for i = 1, n do
  sum = sum + ackermann(2, 40 + i) + ackermann(3, 6)
end
print("ackermann", sum)
