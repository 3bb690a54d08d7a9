-- Coroutines.
local function try(f, ...) print(pcall(f, ...)) end
local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("resumed", c)
  local d, e = coroutine.yield(c * 2, "second")
  print("resumed", d, e)
  return "done", 3
end)
print(type(co), coroutine.status(co))
print(coroutine.resume(co, 1, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 10))
print(coroutine.resume(co, "x", "y"))
print(coroutine.status(co), coroutine.resume(co))
print(coroutine.resume(coroutine.create(function() error("inside") end)))
print(coroutine.resume(coroutine.create(function() error({}) end)) == false)
print(select("#", coroutine.resume(coroutine.create(function() end))))

print(coroutine.running())
local inner = coroutine.create(function() return type(coroutine.running()), coroutine.status(coroutine.running()) end)
print(coroutine.resume(inner))
local outer
outer = coroutine.create(function()
  local nested = coroutine.create(function() return coroutine.status(outer) end)
  return coroutine.resume(nested)
end)
print(coroutine.resume(outer))

local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
print(gen(), gen(), gen(), gen())
try(gen)
try(function() gen() end)
local failing = coroutine.wrap(function() error("in wrap") end)
try(function() failing() end)
local objects = coroutine.wrap(function() error({ code = 5 }, 0) end)
print(select(2, pcall(objects)).code)
for a, b in coroutine.wrap(function() coroutine.yield(1, 2) coroutine.yield(3, 4) end) do print(a, b) end

-- across pcall and back
local protected = coroutine.wrap(function()
  print(pcall(function() error("caught", 0) end))
  coroutine.yield("between")
  return "end"
end)
print(protected()) print(protected())

-- wrong use
try(function() coroutine.create() end)
try(function() coroutine.create(1) end)
try(function() coroutine.create(print) end)
try(function() coroutine.wrap(print) end)
try(function() coroutine.wrap() end)
try(function() coroutine.resume() end)
try(function() coroutine.resume(1) end)
try(function() coroutine.status() end)
try(function() coroutine.status({}) end)
try(coroutine.yield, 1)
local producer = coroutine.wrap(function(...) local n = select("#", ...) while true do n = select("#", coroutine.yield(n)) end end)
print(producer(), producer(1, nil), producer(nil, nil, nil))

-- An error that leaves a wrapped coroutine gets a position, also where it is a number.
print(pcall(coroutine.wrap(function() error(42, 0) end)))
print(pcall(function() coroutine.wrap(function() error(42, 0) end)() end))
print(pcall(function() coroutine.wrap(function() error("text", 0) end)() end))
print(select("#", pcall(coroutine.wrap(function() error() end))))
