--- while --> 3: :1: the script ran more than 30000000 instructions
while true do end
--- repeat --> 3: :1: the script ran more than 30000000 instructions
repeat until false
--- a for loop to infinity --> 3: :1: the script ran more than 30000000 instructions
for i = 1, math.huge do end
--- a for loop downwards to minus infinity --> 3: more than 30000000 instructions
for i = 1, -math.huge, -1 do end
--- a for loop whose steps do not count --> 3: more than 30000000 instructions
for i = 2^53, 2^53 + 10 do end
--- a for loop with a step of zero --> 3: more than 30000000 instructions
for i = 2, 1, 0 do end
--- the clock is the backstop --> 3 --timeout=300ms --max-instructions=1000g: :1: the script ran for more than 300 ms
while true do end
--- in a coroutine --> 3: :1: the script ran more than
coroutine.wrap(function() while true do end end)()
--- in a coroutine in a coroutine --> 3: the script ran more than
local co = coroutine.create(function()
  coroutine.resume(coroutine.create(function() while true do end end))
end)
while true do coroutine.resume(co) end
--- coroutines that hand over to each other --> 3: the script ran more than
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
--- in __index --> 3: the script ran more than
return setmetatable({}, { __index = function() while true do end end }).x
--- in __newindex --> 3: the script ran more than
setmetatable({}, { __newindex = function() while true do end end }).x = 1
--- in __call --> 3: the script ran more than
setmetatable({}, { __call = function() while true do end end })()
--- in __add --> 3: the script ran more than
return setmetatable({}, { __add = function() while true do end end }) + 1
--- in __unm --> 3: the script ran more than
return -setmetatable({}, { __unm = function() while true do end end })
--- in __concat --> 3: the script ran more than
return setmetatable({}, { __concat = function() while true do end end }) .. ""
--- in __eq --> 3: the script ran more than
local m = { __eq = function() while true do end end }
return setmetatable({}, m) == setmetatable({}, m)
--- in __lt --> 3: the script ran more than
local m = { __lt = function() while true do end end }
return setmetatable({}, m) < setmetatable({}, m)
--- in __le --> 3: the script ran more than
local m = { __le = function() while true do end end }
return setmetatable({}, m) <= setmetatable({}, m)
--- in __tostring --> 3: the script ran more than
print(setmetatable({}, { __tostring = function() repeat until false end }))
--- in __tostring of an error --> 1: error object is a table value
error(setmetatable({}, { __tostring = function() while true do end end }))
--- in the order of a sort --> 3: :1: the script ran more than
table.sort({ 3, 2, 1 }, function() while true do end end)
--- in __lt under a sort --> 3: the script ran more than
local m = { __lt = function() while true do end end }
table.sort({ setmetatable({}, m), setmetatable({}, m) })
--- in a callback of gsub --> 3: the script ran more than
("x"):gsub("x", function() while true do end end)
--- in __index under gsub --> 3: the script ran more than
("x"):gsub("x", setmetatable({}, { __index = function() while true do end end }))
--- an iterator without an end --> 3: the script ran more than
for i in function() return 1 end do end
--- an iterator of gmatch that is called on --> 3: the script ran more than
local f = ("x"):gmatch("")
while true do f() end
--- in a pcall in a loop --> 3: :1: the script ran more than
while true do pcall(function() while true do end end) end
--- pcalls of what fails --> 3: the script ran more than
while true do pcall(error) end
--- pcalls within pcalls --> 3: the script ran more than
local function f() while true do pcall(f) end end
f()
--- a handler that loops --> 3: the script ran more than
xpcall(error, function() while true do end end)
--- a handler that fails, in a loop --> 3: the script (used|made|ran).* more than
while true do xpcall(error, error) end
--- a finalizer is not run --> 1: newproxy is not available
local p = newproxy(true)
getmetatable(p).__gc = function() while true do end end
p = nil
collectgarbage()
while true do end
--- a function that load reads from --> 3: the script ran more than
load(function() while true do end end)
--- a function that load reads from without an end --> 3: the script (ran more than|used more than)
load(function() return "x" end)
--- a function that load reads spaces from --> 3: the script (ran more than|used more than)
load(function() return " " end)
--- in a module --> 3: the script ran more than
package.preload.m = function() while true do end end
require("m")
--- in a loader of modules --> 3: the script ran more than
package.loaders[1] = function() while true do end end
require("m")
--- a list of loaders without an end --> 3: the script (ran more than|used more than)
setmetatable(package.loaders, { __index = function() return function() end end })
for i = 1, 1e9 do package.loaders[i] = function() end end
--- a tail call without an end --> 3: the script ran more than
local function f() return f() end
f()
--- tail calls of two --> 3: the script ran more than
local g
local function f() return g() end
function g() return f() end
f()
--- table.foreach of a table that grows --> 3: the script (ran|used) more than
local t = { 1 }
table.foreach(t, function(k) t[#t + 1] = 1 end)
--- ipairs of a table that grows --> 3: the script (ran|used) more than
local t = { 1 }
for i in ipairs(t) do t[i + 1] = 1 end
--- a traversal that starts anew --> 3: the script ran more than
local t = { a = 1 }
local k
while true do k = next(t, k) end
--- collectgarbage in a loop --> 3: the script ran more than
while true do collectgarbage() end
--- garbage in a loop --> 3: the script ran more than
while true do local t = {} end
--- string garbage in a loop --> 3: the script ran more than
local s = ("x"):rep(100)
while true do local t = s .. "y" end
--- great garbage in a loop --> 3: the script ran (more than|for more than)
local s = ("x"):rep(1e6)
while true do local t = s .. "y" end
--- loadstring in a loop --> 3: the script ran more than
while true do loadstring("return 1") end
--- printing without an end --> 3 --max-instructions=2m: the script ran more than
while true do print("x") end
--- printing long lines without an end --> 3: the script ran more than
local s = ("x"):rep(1e6)
while true do print(s) end
--- io.write is not there --> 1: :1: io.write is not available
while true do io.write("x") end
--- setfenv in a loop --> 3: the script ran more than
while true do setfenv(1, getfenv(1)) end
--- table.insert at a place far in front --> 3: the script ran more than
table.insert({ 1 }, -1e15, 2)
--- table.insert at minus infinity --> 3: the script ran more than
table.insert({ 1 }, -1/0, 2)
--- table.concat of a range without an end --> 1: invalid value
table.concat(setmetatable({}, { __index = function() return "x" end }), "", 1, 1e15)
local t = { "" }
for i = 1, 1e9 do table.concat(t, "x") end
--- coroutine.wrap of an endless gmatch --> 3: the script ran more than
local function each(s) return coroutine.wrap(function()
  while true do for c in s:gmatch(".") do coroutine.yield(c) end end
end) end
for c in each("ab") do end
--- module in a loop --> 3: the script (ran|used) more than
local i = 0
while true do i = i + 1 setfenv(1, _G) module("a" .. i, package.seeall) end
--- an error as the error of an error --> 3: the script ran .*more than
local function f(e) return xpcall(function() error(e) end, function(e) return f(e) end) end
while true do f({}) end
