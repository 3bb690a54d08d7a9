--- endless recursion --> 1: :1: stack overflow
local function f() return 1 + f() end
f()
--- endless recursion that is caught --> 0: false	.*:1: stack overflow
local function f() return 1 + f() end
print(pcall(f))
--- endless recursion that is caught again and again --> 3: the script ran more than
local function f() return 1 + f() end
while true do pcall(f) end
--- recursion through pcall --> 3: the script (ran|used) more than
local function f() return pcall(f) or f() end
while true do f() end
--- recursion through pcall, the shape of a tree --> 3: the script ran more than
local function f() pcall(f) pcall(f) end
f()
--- recursion through xpcall --> 3: the script (ran|used) more than
local function f() return xpcall(f, f) end
while true do f() end
--- recursion in a handler --> 3: the script ran more than
local function h() error("x") end
while true do xpcall(error, function() return h() end) end
--- recursion through a handler --> 0: false	.*
local function f() xpcall(error, f) error("x") end
print(pcall(f))
--- __index that calls itself --> 1: (stack overflow|loop in gettable)
local t = setmetatable({}, {})
getmetatable(t).__index = function(t, k) return t[k] end
return t.x
--- __index that is itself --> 1: :3: loop in gettable
local t = {}
setmetatable(t, t).__index = t
return t.x
--- a chain of __index --> 1: loop in gettable
local t = {}
for i = 1, 1000 do t = setmetatable({}, { __index = t }) end
return t.x
--- __newindex that is itself --> 1: :3: loop in settable
local t = {}
setmetatable(t, t).__newindex = t
t.x = 1
--- __newindex that calls itself --> 1: (stack overflow|loop in settable)
local t = setmetatable({}, { __newindex = function(t, k, v) t[k] = v end })
t.x = 1
--- __call that is called --> 1: (stack overflow|attempt to call)
local t = setmetatable({}, {})
getmetatable(t).__call = t
t()
--- a chain of __call --> 1: (stack overflow|attempt to call)
local t = {}
for i = 1, 1e5 do t = setmetatable({}, { __call = t }) end
t()
--- __eq that compares --> 1: (stack overflow)
local m = {}
m.__eq = function(a, b) return a == b end
return setmetatable({}, m) == setmetatable({}, m)
--- __lt that compares --> 1: (stack overflow)
local m = {}
m.__lt = function(a, b) return a < b end
return setmetatable({}, m) < setmetatable({}, m)
--- __concat that joins --> 1: (stack overflow)
local m = {}
m.__concat = function(a, b) return a .. b end
return setmetatable({}, m) .. "x"
--- __unm that negates --> 1: (stack overflow)
local m = {}
m.__unm = function(a) return -a end
return -setmetatable({}, m)
--- __tostring that calls tostring --> 1: (stack overflow)
local m = {}
m.__tostring = function(a) return tostring(a) end
print(setmetatable({}, m))
--- __tostring of an error that fails --> 1:
error(setmetatable({}, { __tostring = function(e) error(e) end }))
--- __metatable that is asked --> 0: 1
local t = setmetatable({}, { __metatable = 1 })
print(getmetatable(t))
--- recursion through gsub --> 1: (stack overflow)
local function f(s) return (s:gsub(".", f)) end
f("x")
--- recursion through gsub that is caught, again and again --> 3 --max-instructions=3m: the script ran more than
local function f(s) return (s:gsub(".", f)) end
while true do pcall(f, "x") end
--- recursion through sort --> 1: (stack overflow|invalid order)
local function f() table.sort({ 3, 2, 1 }, f) end
f()
--- recursion through foreach --> 1: (stack overflow)
local function f() table.foreach({ 1 }, f) end
f()
--- recursion through load --> 1: (stack overflow)
local function f() return load(f) end
f()
error("stack overflow")
--- recursion through loadstring --> 1: (stack overflow)
s = "return 1 + loadstring(s)()"
loadstring(s)()
--- recursion through require --> 1: (stack overflow|loop or previous error)
package.preload.m = function() require("m") end
require("m")
--- recursion through require of other names --> 1: (stack overflow)
local i = 0
package.loaders[1] = function() return function() i = i + 1 require("m" .. i) end end
require("m")
--- recursion through module --> 1: (stack overflow|attempt to call)
local i = 0
local function f() i = i + 1 module("m" .. i, f) end
local module = module
f = setfenv(f, { module = module, i = 1 })
f()
--- recursion through tostring and print --> 1: (stack overflow)
local m = {}
local t = setmetatable({}, m)
m.__tostring = function() print(t) return "" end
print(t)
--- recursion through setfenv and coroutines --> 1: (stack overflow|:1: )
local function f() return coroutine.wrap(f)() end
f()
--- coroutines in coroutines --> 1: (stack overflow|:1: )
local function f() return (coroutine.wrap(f)()) end
coroutine.wrap(f)()
--- coroutines in coroutines, and caught --> 0: .*
local function f() return coroutine.resume(coroutine.create(f)) end
print(f())
--- recursion in a coroutine --> 1: (stack overflow)
local function f() return 1 + f() end
coroutine.wrap(f)()
--- a coroutine that resumes itself --> 0: false	cannot resume non%-suspended coroutine|false	cannot resume .*
local co
co = coroutine.create(function() return coroutine.resume(co) end)
print(select(2, coroutine.resume(co)))
--- coroutines that resume each other --> 0: .*
local a, b
a = coroutine.create(function() return coroutine.resume(b) end)
b = coroutine.create(function() return coroutine.resume(a) end)
print(coroutine.resume(a))
--- deep tail calls do not fail --> 0: done
local function f(n) if n == 0 then return "done" end return f(n - 1) end
print(f(1000000))
--- deep tail calls through pcall do not take the stack of Java --> 0: .*
local function f(n) if n == 0 then return "done" end return pcall(f, n - 1) end
print(select("#", f(5000)))
--- a million iterations of a chain of upvalues --> 3: the script (ran|used) more than
local f = function() return 1 end
for i = 1, 1e9 do local g = f f = function() return g() + 1 end end
--- a chain of a hundred thousand functions --> 1: stack overflow
local f = function() return 1 end
for i = 1, 1e5 do local g = f f = function() return g() + 1 end end
f()
--- a chain of tables, a hundred thousand deep --> 0: done
local t = {}
for i = 1, 2e5 do t = { t } end
collectgarbage()
print("done")
--- a chain of metatables --> 0: done
local t = {}
for i = 1, 1e5 do t = setmetatable({}, t) end
collectgarbage()
print("done")
--- a chain of closures is traced --> 0: done
local f
for i = 1, 1e5 do local g = f f = function() return g end end
collectgarbage()
print("done")
--- a chain of coroutines is traced --> 0: done
local co
for i = 1, 1e4 do
  local last = co
  co = coroutine.wrap(function() coroutine.yield(last) return last end)
  co()
end
collectgarbage()
print("done")
--- a chain of environments is traced --> 0: done
local e = {}
for i = 1, 1e5 do e = { f = setfenv(function() end, e) } end
collectgarbage()
print("done")
--- getfenv of a level far up --> 1: invalid level
return getfenv(2^31)
--- getfenv of a level that is not a number --> 1: invalid level|level must be
return getfenv(-1)
--- error at a level far up --> 1: error: x|: x
error("x", 2^53)
--- error at a level of minus infinity --> 1: x
error("x", -1/0)
--- error at a level of NaN --> 1: x
error("x", 0/0)
--- a sort with an order that lies --> 1: invalid order function for sorting
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function() return true end)
--- a sort that changes what it sorts --> 1: (attempt to compare|invalid order|table index is nil)
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function(a, b) t[a] = nil return a < b end)
--- a sort of a sort --> 3: the script ran more than
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function(a, b) table.sort(t) return a < b end)
--- a yield across a sort --> 1: attempt to yield across
coroutine.wrap(function() table.sort({ 2, 1 }, coroutine.yield) end)()
--- a yield across gsub --> 1: attempt to yield across
coroutine.wrap(function() ("x"):gsub("x", coroutine.yield) end)()
--- a yield outside --> 1: attempt to yield
coroutine.yield()
--- a limit of calls that is small --> 1 --max-call-depth=10: stack overflow
local function f(n) if n > 0 then return 1 + f(n - 1) end return 0 end
f(11)
