-- Loops of integer arithmetic: divisors, digits and the Collatz sequence.
-- n: how far the loops count.
local n = tonumber((...)) or 600000

local function gcd(a, b)
  while b ~= 0 do
    a, b = b, a % b
  end
  return a
end

local coprime = 0
for i = 1, n do
  if gcd(i, 360360 + i % 1001) == 1 then
    coprime = coprime + 1
  end
end

local fizz = 0
for i = 1, n * 20 do
  if i % 15 == 0 then
    fizz = fizz + 15
  elseif i % 5 == 0 then
    fizz = fizz + 5
  elseif i % 3 == 0 then
    fizz = fizz + 3
  end
end

local digits = 0
for i = 1, n * 2 do
  local rest = i
  while rest > 0 do
    local digit = rest % 10
    digits = digits + digit
    rest = (rest - digit) / 10
  end
end

local longest, start = 0, 0
for i = 1, n / 3 do
  local value, length = i, 1
  while value ~= 1 do
    if value % 2 == 0 then
      value = value / 2
    else
      value = 3 * value + 1
    end
    length = length + 1
  end
  if length > longest then
    longest, start = length, i
  end
end

print("modulo", coprime, fizz, digits, longest, start)
