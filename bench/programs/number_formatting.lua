-- Numbers as text, and text as numbers.
-- n: how many numbers.
local n = tonumber((...)) or 550000

local format = string.format
local length, sum, cents = 0, 0, 0
for i = 1, n do
  -- Whole numbers.
  local text = tostring(i * 7)
  length = length + #text + #format("%d", i) + #format("%6d|%-6d|%06d", i, i, -i)
  sum = (sum + tonumber(text) + ("0x%x"):format(i)) % 1000003
  -- Fractions with two digits.
  local price = format("%.2f", i / 100)
  cents = cents + math.floor(tonumber(price) * 100 + 0.5)
  length = length + #(i % 100 + 0.5 .. "")
  -- Text and numbers mixed.
  length = length + #format("%s=%s; %s", "key", i, i % 10)
end
print("number_formatting", length, sum, cents)
