-- Functions that hold variables, and functions over functions.
-- n: how many times a list is worked on.
local n = tonumber((...)) or 20000

local function counter(step)
  local value = 0
  return function()
    value = value + step
    return value
  end, function()
    value = 0
  end
end

local function map(list, f)
  local result = {}
  for i = 1, #list do
    result[i] = f(list[i])
  end
  return result
end

local function filter(list, accepts)
  local result = {}
  for i = 1, #list do
    if accepts(list[i]) then
      result[#result + 1] = list[i]
    end
  end
  return result
end

local function fold(list, start, f)
  local result = start
  for i = 1, #list do
    result = f(result, list[i])
  end
  return result
end

local function compose(f, g)
  return function(x)
    return f(g(x))
  end
end

local function curry(f)
  return function(a)
    return function(b)
      return f(a, b)
    end
  end
end

local function add(a, b)
  return a + b
end

local list = {}
for i = 1, 500 do
  list[i] = i
end

local total = 0
for round = 1, n do
  local next_number, reset = counter(round % 5 + 1)
  local numbered = map(list, function(x)
    return x + next_number()
  end)
  reset()
  local odd = filter(numbered, function(x)
    return x % 2 == 1
  end)
  local change = compose(curry(add)(round), function(x)
    return x * 3 % 1009
  end)
  total = (total + fold(map(odd, change), 0, add) + next_number()) % 1000003
end
print("closures", total)
