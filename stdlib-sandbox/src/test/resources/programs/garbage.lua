-- Garbage: the function collectgarbage, weak tables, and what keeps a value alive.
local function try(f, ...) print(pcall(f, ...)) end

-- options and results
print(collectgarbage("setpause", 2^40), collectgarbage("setpause", -1.5), collectgarbage("setpause", 2^32 + 7),
  collectgarbage("setpause"), collectgarbage("setpause", 200))
print(collectgarbage("setstepmul", "150"), collectgarbage("setstepmul", 200))
print(collectgarbage("collect", nil), collectgarbage(nil), type(collectgarbage("step", 1000)))
print(select("#", collectgarbage()), select("#", collectgarbage("count")), select("#", collectgarbage("stop")))
print(math.floor(collectgarbage("count")) == gcinfo(), gcinfo() == math.floor(gcinfo()))
print(collectgarbage("restart"))
try(collectgarbage, "nothing")
try(collectgarbage, 12)
try(collectgarbage, "setpause", "x")
try(collectgarbage, "count", {})
try(function() collectgarbage("nothing") end)
try(function() return collectgarbage("nothing") end)
try(function() collectgarbage(true) end)
try(function() return setmetatable({}, { __index = collectgarbage }).collect end)

-- from everywhere
print((function() return collectgarbage() end)())
print(pcall(collectgarbage), pcall(collectgarbage, "collect"))
print(coroutine.wrap(function() collectgarbage() return collectgarbage("collect") end)())
print(xpcall(collectgarbage, print))
table.sort({ 3, 1, 2 }, function(a, b) collectgarbage() return a < b end)
print((string.gsub("abc", ".", function(c) collectgarbage() return c:upper() end)))
print(tostring(setmetatable({}, { __tostring = function() collectgarbage() return "text" end })))

-- weak values
local w = setmetatable({}, { __mode = "v" })
local kept = {}
w[1] = {} w[2] = "s" w[3] = 3 w[4] = kept w.f = function() end w.p = print w.s = "x" .. 1 w[kept] = {} w.b = false
collectgarbage()
print(w[1], w[2], w[3], w[4] == kept, w.f, w.p == print, w.s, #w, w[kept], w.b)

-- weak keys
local k = setmetatable({}, { __mode = "k" })
k[{}] = 1 k["a"] = { 1 } k[function() end] = 2 k[1] = { 2 } k[kept] = "kept" k[coroutine.create(function() end)] = 3 k[true] = {}
collectgarbage()
local n = 0
for _ in pairs(k) do n = n + 1 end
print(n, k.a[1], k[1][1], k[kept], type(k[true]))

-- functions of the library are there for good, iterators are not
w = setmetatable({}, { __mode = "v" })
w[1] = ipairs({}) w[2] = pairs({}) w[3] = next w[4] = string.gmatch("a b", "%a") w[5] = select w[6] = require
require, select = nil, nil
collectgarbage()
print(w[1] ~= nil, w[2] ~= nil, w[3] ~= nil, w[4], w[5], w[6])

-- modules stay in package.loaded, whatever happens to the globals
w = setmetatable({}, { __mode = "v" })
w[1] = string w[2] = table w[3] = package
package.loaded.table = nil
string, table = nil, nil
collectgarbage()
print(w[1] ~= nil, w[2], w[3] ~= nil, ("x"):rep(2))

-- a cache of objects by name
local cache, made = setmetatable({}, { __mode = "v" }), 0
local function object(name)
  local o = cache[name]
  if not o then made = made + 1 o = { name = name } cache[name] = o end
  return o
end
local a = object("a")
object("b")
collectgarbage()
print(object("a") == a, object("b").name, made)

-- properties of objects that others own
local property = setmetatable({}, { __mode = "k" })
do
  local first, second = {}, {}
  property[first], property[second] = "one", "two"
  a = first
end
collectgarbage()
n = 0
for key, value in pairs(property) do n = n + 1 print(key == a, value) end
print(n)

-- a traversal with collections in between
local t = {}
for i = 1, 50 do t[i] = { i } t["k" .. i] = i t[{}] = i end
n = 0
for key in pairs(t) do t[key] = nil key = nil collectgarbage() n = n + 1 end
print(n, next(t))

-- count rises and falls
collectgarbage()
local before = collectgarbage("count")
t = {}
for i = 1, 20000 do t[i] = { i } end
local full = collectgarbage("count")
t = nil
collectgarbage()
local after = collectgarbage("count")
print(full > before + 1000, after < full - 1000)
