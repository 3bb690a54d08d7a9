-- A generator of pseudo-random numbers behind a function, and statistics over what it gives.
-- n: how many numbers.
local n = tonumber((...)) or 15000000

local MODULUS, FACTOR, INCREMENT = 139968, 3877, 29573

local function generator(seed)
  return function(limit)
    seed = (seed * FACTOR + INCREMENT) % MODULUS
    return limit * seed / MODULUS
  end
end

local random = generator(42)
local buckets = {}
for i = 0, 9 do
  buckets[i] = 0
end
local sum, least, greatest = 0, math.huge, -math.huge
local floor = math.floor
for _ = 1, n do
  local number = random(100)
  sum = sum + number
  if number < least then
    least = number
  elseif number > greatest then
    greatest = number
  end
  local bucket = floor(number / 10)
  buckets[bucket] = buckets[bucket] + 1
end

local spread = 0
for i = 0, 9 do
  spread = spread + (buckets[i] - n / 10) ^ 2
end
print("random_numbers", floor(sum), floor(least * 1000), floor(greatest * 1000), floor(spread))
