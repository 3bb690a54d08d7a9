-- Functions that take and pass on any number of values.
-- n: the rounds of calls.
local n = tonumber((...)) or 2000000

-- Lua 5.2 moved it.
local unpack = unpack or table.unpack

local function count(...)
  return select("#", ...)
end

local function sum(...)
  local total = 0
  for i = 1, select("#", ...) do
    total = total + (select(i, ...))
  end
  return total
end

local function pack(...)
  return { n = select("#", ...), ... }
end

local function pass(first, ...)
  if first then
    return ...
  end
end

local function last(value, ...)
  if select("#", ...) == 0 then
    return value
  end
  return last(...)
end

local total = 0
for i = 1, n do
  total = total + count(i, nil, i, nil) + sum(i, 2, 3, i % 5)
  local packed = pack(pass(i, 4, 5, i))
  total = total + packed.n + packed[3] + last(unpack(packed, 1, packed.n))
  total = (total + math.max(i % 7, 3, i % 11)) % 1000003
end
print("varargs", total)
