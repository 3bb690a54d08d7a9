--- a string of ten thousand million bytes --> 3: :1: the script (used|made a string of) more than
return ("x"):rep(1e10)
--- a string of infinite length --> 3: :1: the script (used|made a string of) more than
return ("x"):rep(math.huge)
--- a string of a few hundred million bytes --> 3: the script (used|made a string of) more than
local s = ("x"):rep(5e8)
--- a string that is doubled --> 3: :2: the script (used|made a string of) more than
local s = "x"
while true do s = s .. s end
--- a string that is doubled, and caught --> 3: the script (used|made a string of) more than
local s = "x"
while true do pcall(function() s = s .. s end) end
--- a string of many parts --> 3: the script (used|made a string of) more than
local s = ("x"):rep(1e6)
while true do s = s .. s .. s .. s .. s .. s .. s .. s end
--- a table that grows --> 3: :2: the script used more than
local t = {}
while true do t[#t + 1] = 1 end
--- a table that grows by names --> 3: the script used more than
local t = {}
for i = 1, 1e9 do t["key" .. i] = i end
--- a table that grows by fractions --> 3: the script used more than
local t = {}
for i = 1, 1e9 do t[i + 0.5] = i end
--- a table that grows downwards --> 3: the script used more than
local t = {}
for i = 1e9, 1, -1 do t[i] = i end
--- a table that grows by tables --> 3: the script used more than
local t = {}
while true do t[{}] = {} end
--- tables within tables --> 3: the script used more than
local t = {}
while true do t = { t } end
--- long strings in a table --> 3: the script used more than
local t = {}
for i = 1, 1e9 do t[i] = ("x"):rep(1e6) end
--- strings of a hundred million bytes in a table --> 3: the script used more than
local t = {}
for i = 1, 1e9 do t[i] = ("x"):rep(1e8) end
--- table.concat of a long list --> 3: the script (used|made a string of) more than
local t = {}
for i = 1, 1e4 do t[i] = ("x"):rep(1e5) end
return table.concat(t)
--- table.concat of one string often --> 3: the script (used|made a string of) more than
local s, t = ("x"):rep(1e6), {}
for i = 1, 1e4 do t[i] = s end
return table.concat(t)
--- table.concat with a long separator --> 3: the script (used|made a string of) more than
local t = {}
for i = 1, 1e4 do t[i] = "" end
return table.concat(t, ("x"):rep(1e6))
--- a width of a million --> 1: :1: invalid format \(width or precision too long\)
return string.format("%1000000000d", 1)
--- a width of 99, often --> 3: the script (used|made a string of) more than
local f = ("%99d"):rep(8)
local s = f:format(1, 2, 3, 4, 5, 6, 7, 8)
while true do s = ("%s%s"):format(s, s) end
--- format with %q, often --> 3: the script (used|made a string of) more than
local s = ("\n\"\\\0"):rep(1000)
while true do s = ("%q"):format(s) end
--- gsub that puts in much --> 3: the script (used|made a string of) more than
local big = ("x"):rep(1e6)
return (big:gsub("", big))
--- gsub with captures that puts in much --> 3: the script (used|made a string of) more than
local big = ("x"):rep(1e6)
return (big:gsub("()", ("%1"):rep(1000)))
--- gsub with %0 often --> 3: the script (used|made a string of) more than
local s = "x"
while true do s = s:gsub(".+", "%0%0%0%0") end
--- gsub with a table --> 3: the script (used|made a string of) more than
local s = ("x"):rep(1e6)
return (s:gsub("x", { x = s }))
--- gsub with a function --> 3: the script (used|made a string of) more than
local s = ("x"):rep(1e6)
return (s:gsub("x", function() return s end))
--- upper, lower, reverse of what is long --> 3: the script used more than
local s, t = ("x"):rep(1e7), {}
while true do t[#t + 1] = s:upper() t[#t + 1] = s:lower() t[#t + 1] = s:reverse() end
--- parts of a string --> 3: the script used more than
local s, t = ("x"):rep(1e6), {}
for i = 1, 1e6 do t[i] = s:sub(i) end
--- captures --> 3: the script (used|ran) more than
local s, t = ("x"):rep(1e6), {}
while true do t[#t + 1] = { s:match("(.*)(.*)(.*)") } end
--- string.char of many --> 3 --max-instructions=200m: the script used more than
local t, s = {}, ("x"):rep(7000)
while true do t[#t + 1] = string.char(s:byte(1, -1)) end
--- closures --> 3: the script used more than
local t = {}
while true do t[#t + 1] = function() return t end end
--- closures with sixty variables --> 3: the script used more than
local names = {}
for i = 1, 60 do names[i] = "v" .. i end
local all = table.concat(names, ",")
local make = loadstring("local " .. all .. " return function() return " .. all .. " end")
local t = {}
while true do t[#t + 1] = make() end
--- a chain of closures --> 3: the script used more than
local f
while true do local g = f f = function() return g end end
--- coroutines --> 3: the script used more than
local t = {}
while true do t[#t + 1] = coroutine.create(function() end) end
--- coroutines that wait --> 3: the script used more than
local t = {}
while true do
  local co = coroutine.wrap(function() coroutine.yield() end)
  co()
  t[#t + 1] = co
end
--- coroutines that wait deep inside --> 3: the script used more than
local t = {}
local function down(n) if n == 0 then coroutine.yield() else down(n - 1) end return 1 end
while true do
  local co = coroutine.wrap(down)
  co(1000)
  t[#t + 1] = co
end
--- coroutines that wait with many values --> 3: the script used more than
local t, values = {}, {}
for i = 1, 200 do values[i] = i end
while true do
  local co = coroutine.wrap(function(...) local a = { ... } coroutine.yield() return ... end)
  co(unpack(values))
  t[#t + 1] = co
end
--- __index that makes more --> 1: stack overflow
local t = {}
setmetatable(t, { __index = function(t, k) t[k] = {} return t[k + 1] end })
return t[1]
--- a great constructor --> 3 --max-memory=8m: the script used more than
local parts = {}
for i = 1, 100000 do parts[i] = "1" end
local f = loadstring("return {" .. table.concat(parts, ",") .. "}")
local t = {}
while true do t[#t + 1] = f() end
--- constructors of many calls --> 3: the script used more than
local function many(n) if n == 0 then return 1 end return n, many(n - 1) end
local t = {}
while true do t[#t + 1] = { many(100) } end
--- unpack of what is long --> 3: the script used more than
local t, all = {}, {}
for i = 1, 7000 do t[i] = i end
while true do all[#all + 1] = { unpack(t) } end
--- varargs of varargs --> 3: the script (used|ran) more than
local t = {}
for i = 1, 200 do t[i] = i end
local function f(...) return f(1, ...) + 0 end
f(unpack(t))
--- varargs that grow --> 3: the script ran more than
local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, 9, ...) end
f()
--- userdata --> 1: newproxy is not available
local t = {}
while true do t[#t + 1] = newproxy(true) end
--- environments --> 3: the script used more than
local t = {}
while true do local f = function() end setfenv(f, {}) t[#t + 1] = f end
--- functions that were loaded --> 3: the script used more than
local t = {}
while true do t[#t + 1] = loadstring("return " .. #t) end
--- code that was loaded once, and is long --> 3: the script (used|made) .*more than
return loadstring(("x=1 "):rep(1e8))
--- patterns --> 3: the script (used|ran) more than
local i = 0
while true do i = i + 1 (""):find(("[%a]"):rep(20) .. i) end
--- a long pattern --> 3: the script (used|ran) more than
return ("x"):find(("[abc]"):rep(1e7))
--- iterators of gmatch --> 3: the script used more than
local t = {}
while true do t[#t + 1] = ("x"):rep(1000):gmatch(("%a"):rep(50)) end
--- names of functions and tables --> 3: the script used more than
local t = {}
while true do t[#t + 1] = tostring({}) end
--- dates --> 3: the script (ran|used|made) .*more than
local f = "%c"
while true do f = f .. f os.date(f) end
--- a long name in an error --> 1: attempt to index global 'x+
local name = ("x"):rep(1e6)
loadstring("return " .. name .. ".y")()
--- a long error --> 1: : x+.* more characters
error(("x"):rep(3e7), 0)
--- errors of errors --> 1: error in error handling|stack overflow
xpcall(function() error("x") end, function() error("y") end)
error("error in error handling")
--- errors that grow --> 3: the script (used|made a string of) more than
local e = "x"
while true do local ok, f = pcall(error, e .. e) e = f end
--- a cycle of tables is garbage --> 0: done
for i = 1, 300000 do
  local a, b = {}, {}
  a.b, b.a = b, a
  setmetatable(a, b) setmetatable(b, a)
end
print("done")
--- weak tables are emptied --> 0 --max-instructions=200m: done
local weak = setmetatable({}, { __mode = "k" })
for i = 1, 1000000 do weak[{}] = true end
print("done")
--- weak tables that refer to themselves --> 3: the script (used|ran) more than
local t = setmetatable({}, { __mode = "k" })
while true do local k = {} t[k] = { k } end
--- weak tables of weak tables --> 3: the script (used|ran) more than
local function weak() return setmetatable({}, { __mode = "v" }) end
local all = {}
while true do all[#all + 1] = weak() all[#all][1] = all end
--- most memory alive, and garbage besides --> 3: the script (used|ran) more than
local t = {}
for i = 1, 5e5 do t[i] = { i } end
while true do local g = { {}, {}, {} } end
--- removed keys --> 3: the script (used|ran) more than
local t = {}
for i = 1, 1e9 do t[i .. ""] = 1 t[i .. ""] = nil end
--- globals --> 3: the script (used|ran) more than
for i = 1, 1e9 do _G["x" .. i] = i end
--- the tables of modules --> 3: the script (used|ran) more than
for i = 1, 1e9 do package.preload["x" .. i] = print end
--- one variable that takes turns --> 3: the script (used|made a string of|ran) more than
local a, b = ("x"):rep(3e7), nil
while true do b = a .. "y" a = b .. "z" end
--- more arguments than a call can take --> 1: (too many results to unpack|stack overflow)
print(unpack({}, 1, 1e7))
--- print of what is long --> 3: the script (used|made a string of) more than
local s = ("x"):rep(1e7)
while true do s = s .. s print(s) end
--- string.dump is not there --> 1: string.dump is not available
return string.dump(print)
