-- Recursion in its plainest form.
-- n: the number's place in the sequence.
local n = tonumber((...)) or 36

local function fibonacci(k)
  if k < 2 then
    return k
  end
  return fibonacci(k - 1) + fibonacci(k - 2)
end

print("fibonacci", fibonacci(n))
