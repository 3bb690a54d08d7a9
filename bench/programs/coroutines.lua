-- Generators, filters and consumers that hand values to each other.
-- n: the values that are produced.
local n = tonumber((...)) or 4500000

local yield, wrap = coroutine.yield, coroutine.wrap

local function produce(count)
  return wrap(function()
    for i = 1, count do
      yield(i)
    end
  end)
end

local function filter(source, accepts)
  return wrap(function()
    for value in source do
      if accepts(value) then
        yield(value)
      end
    end
  end)
end

local function number_pairs(source)
  return wrap(function()
    local index = 0
    for value in source do
      index = index + 1
      yield(index, value)
    end
  end)
end

local sum = 0
local source = filter(produce(n), function(value)
  return value % 3 ~= 0
end)
for index, value in number_pairs(source) do
  sum = (sum + index * value) % 1000003
end

-- A conversation by resume, in which values go both ways.
local partner = coroutine.create(function(value)
  local total = 0
  while value do
    total = (total + value) % 10007
    value = yield(total)
  end
  return "end"
end)
local heard = 0
for i = 1, n do
  local _, answer = coroutine.resume(partner, i)
  heard = (heard + answer) % 1000003
end
local _, last = coroutine.resume(partner)

-- Many that live briefly.
local short = 0
for i = 1, n / 10 do
  for value in produce(2) do
    short = short + value
  end
end

print("coroutines", sum, heard, last, coroutine.status(partner), short)
