-- Errors that are thrown and caught.
-- n: the rounds of calls.
local n = tonumber((...)) or 2100000

local function check(value)
  if value % 4 == 0 then
    error("divisible")
  elseif value % 4 == 1 then
    error({ code = value % 100 })
  elseif value % 4 == 2 then
    return value .. nil
  end
  return value
end

local caught, codes, messages, passed = 0, 0, 0, 0
for i = 1, n do
  local ok, problem = pcall(check, i)
  if ok then
    passed = (passed + problem) % 1000003
  elseif type(problem) == "table" then
    codes = codes + problem.code
  else
    caught = caught + 1
    messages = messages + (problem:find("divisible", 1, true) and 1 or 0)
  end
end

local function nested(depth)
  if depth == 0 then
    error({ depth = 0 })
  end
  local _, problem = pcall(nested, depth - 1)
  problem.depth = problem.depth + depth
  error(problem)
end
local deep = 0
for _ = 1, n / 100 do
  local _, problem = pcall(nested, 8)
  deep = deep + problem.depth
end

local handled = 0
for i = 1, n / 4 do
  xpcall(function()
    check(i)
  end, function()
    handled = handled + 1
  end)
end

print("protected_calls", passed, codes, caught, messages, deep, handled)
