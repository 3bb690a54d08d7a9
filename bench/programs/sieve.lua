-- The sieve of Eratosthenes: writes to an array in steps.
-- n: how many times the primes up to 10000 are found.
local n = tonumber((...)) or 3300

local LIMIT = 10000

local function count_primes()
  local composite = {}
  for i = 1, LIMIT do
    composite[i] = false
  end
  local count = 0
  for i = 2, LIMIT do
    if not composite[i] then
      count = count + 1
      for multiple = i * i, LIMIT, i do
        composite[multiple] = true
      end
    end
  end
  return count
end

local count = 0
for _ = 1, n do
  count = count + count_primes()
end
print("sieve", count)
