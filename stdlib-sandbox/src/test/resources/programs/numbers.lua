-- The math library. Results are printed as tostring does, with 14 digits.
local function try(f, ...) print(pcall(f, ...)) end
local zero = tonumber("0")
local samples = { 0, -zero, 1, -1, 0.5, -0.5, 2, -2, 3.7, -3.7, 10, 100, 1e10, -1e10, 1e-10, 1/0, -1/0, 2^53, 0.1 }
for _, name in ipairs({ "abs", "atan", "ceil", "cos", "cosh", "deg", "exp", "floor", "rad", "sin", "sinh", "tan", "tanh" }) do
  local line = {}
  for i, x in ipairs(samples) do
    local y = math[name](x)
    line[i] = y == y and tostring(y) or "nan"
  end
  print(name, table.concat(line, " "))
end
for _, name in ipairs({ "acos", "asin", "log", "log10", "sqrt" }) do
  local line = {}
  for i, x in ipairs({ 0, 1, -1, 0.5, 2, 10, 100, 1e300, 1/0, -1/0, 0.1 }) do
    local y = math[name](x)
    line[i] = y == y and tostring(y) or "nan"
  end
  print(name, table.concat(line, " "))
end
for _, x in ipairs(samples) do
  print(x, math.modf(x))
  print(x, math.frexp(x))
end
print(math.frexp(2^-1074), math.frexp(2^1023), math.frexp(5e-320))
print(math.ldexp(1, 10), math.ldexp(0.5, -1073), math.ldexp(1, 5000), math.ldexp(1, -5000), math.ldexp(-3, 2), math.ldexp(0.75, 1024), math.ldexp(1/0, 1))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-7, -3), math.fmod(5.5, 2), math.fmod(1, 1/0), math.mod(7, 4), math.mod == math.fmod)
print(math.fmod(1, 0) ~= math.fmod(1, 0), math.fmod(1/0, 1) ~= math.fmod(1/0, 1))
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-8, 1/3) ~= math.pow(-8, 1/3), math.pow(0, 0), math.pow(1, 0/0), math.pow(1, 1/0), math.pow(-1, 1/0), math.pow(-1, -1/0), math.pow(0/0, 0), math.pow(0, -1), math.pow(2, 1024), math.pow(10, -400))
print(math.atan2(1, 1), math.atan2(-1, -1), math.atan2(0, -1), math.atan2(1, 0), math.atan2(0, 0), math.atan2(-zero, -1))
print(math.max(1), math.max(1, 5, 3), math.max(-1, -5), math.min(1), math.min(4, 2, 8), math.max("10", 9), math.min(1/0, -1/0))
print(math.max(1, 0/0), math.min(1, 0/0), math.max(0/0, 1) ~= math.max(0/0, 1))
print(math.pi, math.huge, -math.huge, math.huge == 1/0, math.floor(-0.5), math.ceil(-0.5), math.floor("3.7"), math.ceil(2^60))
print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 5.5 % 2, 2 ^ 10, 10 / 4, -2 ^ 2, 1e308 * 10, 5 % 1)
for _, name in ipairs({ "abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "deg", "exp", "floor", "fmod", "frexp", "ldexp", "log", "log10", "max", "min", "modf", "pow", "rad", "randomseed", "sin", "sinh", "sqrt", "tan", "tanh" }) do
  print(name, pcall(math[name]))
  print(name, pcall(math[name], "x"))
  print(name, pcall(math[name], {}, 1))
  print(name, pcall(function() return math[name](nil) end))
end
try(function() math.max(1, "x") end)
try(function() math.pow(1) end)
try(function() math.fmod(1) end)
try(function() math.ldexp(1, {}) end)

-- random: the numbers differ from C's, their ranges don't
for i = 1, 1000 do
  local r = math.random()
  local d = math.random(6)
  local n = math.random(-3, 3)
  if not (r >= 0 and r < 1 and d >= 1 and d <= 6 and d % 1 == 0 and n >= -3 and n <= 3 and n % 1 == 0) then print("out of range", r, d, n) end
end
print(math.random(1), math.random(5, 5), math.random(-2, -2), select("#", math.randomseed(1)))
math.randomseed(7) local a, b = math.random(1000), math.random(1000)
math.randomseed(7) print(a == math.random(1000), b == math.random(1000))
try(function() math.random(0) end)
try(function() math.random(-5) end)
try(function() math.random(2, 1) end)
try(function() math.random(1, 2, 3) end)
try(function() math.random("x") end)
try(function() math.random(1, {}) end)
try(function() math.random(nil) end)

-- A base of 1 or -1 wins over an exponent that is no number or infinite.
local nan, inf, one = 0/0, math.huge, 1
print(one ^ inf, one ^ -inf, one ^ nan, 1 ^ inf, (-one) ^ inf, (-one) ^ -inf, math.pow(1, nan), math.pow(-1, inf))
print(one ^ 0.5, (-one) ^ 3, nan ^ 0, inf ^ 0, 0 ^ 0, (2 * one) ^ inf, (one / 2) ^ inf)
