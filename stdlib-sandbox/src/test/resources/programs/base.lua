-- The basic functions: what they return, and what they say when they are called wrongly.
local function try(f, ...) print(pcall(f, ...)) end

print(_VERSION, type(_G), _G._G == _G)

-- assert
print(assert(1, 2, 3))
print(select("#", assert(true, nil)))
try(function() assert(false) end)
try(function() assert(nil, "because") end)
try(function() assert(false, 42) end)
try(function() assert(false, {}) end)
try(function() assert() end)
try(assert, false, "direct")

-- error
try(error)
try(error, "text")
try(error, "text", 0)
try(error, "text", 1)
try(error, 12)
try(error, nil)
try(error, true)
try(function() error("here") end)
try(function() error("none", 0) end)
local function raise(level) error("raised", level) end
try(function() raise(1); return 1 end)
try(function() raise(2); return 1 end)
try(function() error(5, 1) end)
try(function() error("x", "1") end)
try(function() error("x", {}) end)
print(select(2, pcall(error, setmetatable({}, { __tostring = function() return "object" end }))))

-- type, tostring, tonumber
print(type(nil), type(1), type("a"), type({}), type(print), type(true), type(coroutine.create(function() end)))
try(function() type() end)
print(tostring(nil), tostring(true), tostring(12), tostring("s"), tostring(1e15), tostring(-0.5))
print(tostring(1e14), tostring(123456789012345), tostring(0.1), tostring(1/3), tostring(1e300 * 10), tostring(2^53))
try(function() tostring() end)
print(tostring(setmetatable({}, { __tostring = function() return "mine" end })))
print(type(tostring(setmetatable({}, { __tostring = function() return 7 end }))))
print(tostring(setmetatable({}, { __tostring = function() return nil end })))
try(print, setmetatable({}, { __tostring = function() return {} end }))
print(tonumber("10"), tonumber("  10  "), tonumber("1e2"), tonumber("0x10"), tonumber(""), tonumber(" "), tonumber("1 2"))
print(tonumber("0x"), tonumber("1e"), tonumber("e1"), tonumber(".5"), tonumber("5."), tonumber("."), tonumber("+5"), tonumber("- 5"))
print(tonumber(nil), tonumber({}), tonumber(true), tonumber(print))
print(tonumber("10", 2), tonumber("ff", 16), tonumber("FF", 16), tonumber("0xff", 16), tonumber("zz", 36), tonumber("8", 8), tonumber("7", 8))
print(tonumber("  11  ", 2), tonumber("-11", 2), tonumber("+11", 2), tonumber("1.5", 16), tonumber("", 16), tonumber("-", 16), tonumber("0x", 16))
print(tonumber(10, 8), tonumber("99999999999999999999", 11), tonumber("ffffffffffffffff", 16), tonumber("10000000000000000", 16))
print(tonumber("1e1", 16), tonumber("10", "16"), tonumber("12", 10.9))
try(function() tonumber() end)
try(function() tonumber("1", 1) end)
try(function() tonumber("1", 37) end)
try(function() tonumber(nil, 16) end)
try(function() tonumber({}, 16) end)
try(function() tonumber("1", "x") end)

-- raw access
local guarded = setmetatable({}, { __index = function() return "indexed" end, __newindex = function() end, __eq = function() return true end })
print(guarded.x, rawget(guarded, "x"))
guarded.x = 1
print(rawget(guarded, "x"), rawset(guarded, "x", 2) == guarded, rawget(guarded, "x"))
print(rawequal(guarded, guarded), rawequal(guarded, {}), rawequal("a", "a"), rawequal(1, 1.0), rawequal(0, -0), rawequal(nil, false))
try(function() rawget(1, 2) end)
try(function() rawget({}) end)
try(function() rawset({}, 1) end)
try(function() rawset({}, nil, 1) end)
try(function() rawset({}, 0/0, 1) end)
try(function() rawset("x", 1, 1) end)
try(function() rawequal(1) end)

-- metatables
print(getmetatable({}), getmetatable("").__index == string, getmetatable(1), getmetatable(print))
local meta = {}
print(getmetatable(setmetatable({}, meta)) == meta, getmetatable(setmetatable({}, { __metatable = "locked" })))
print(getmetatable(setmetatable({}, { __metatable = false })))
try(function() setmetatable(setmetatable({}, { __metatable = 1 }), {}) end)
try(function() setmetatable({}) end)
try(function() setmetatable({}, 1) end)
try(function() setmetatable(1, {}) end)
try(function() getmetatable() end)
print(getmetatable(setmetatable(setmetatable({}, {}), nil)))

-- next, pairs, ipairs
print(next({}), next({ 10 }), next({ 10 }, 1))
print(next({ a = 1 }), next({ a = 1 }, "a"))
try(function() next() end)
try(function() next({}, "absent") end)
try(function() next({}, 1) end)
try(function() next({ 1, 2 }, 0/0) end)
try(function() next(1) end)
print(type((pairs({}))), select("#", pairs({})), select(3, pairs({})))
print(select("#", ipairs({})), select(3, ipairs({})))
try(function() pairs() end)
try(function() pairs(nil) end)
try(function() ipairs(1) end)
for i, v in ipairs({ "a", "b", nil, "d" }) do print(i, v) end
local step, t = ipairs({ "a" })
print(step(t, 0))
print(select("#", step(t, 1)))
local sum = 0
for k, v in pairs({ 1, 2, 3, x = 10, y = 20 }) do sum = sum + v end
print(sum)
local cleared = { a = 1, b = 2, c = 3, 1, 2, 3 }
for k in pairs(cleared) do cleared[k] = nil end
print(next(cleared))

-- select, unpack
print(select("#"), select("#", nil, nil), select(2, "a", "b", "c"), select(-1, "a", "b", "c"))
print(select("#", select(3, 1, 2)), select(10, 1, 2), select("2", "a", "b"), select("#x", 1))
print((select(-2, "a", "b", "c")))
try(function() select() end)
try(function() select(0) end)
try(function() select(-1) end)
try(function() select(-3, 1, 2) end)
try(function() select({}) end)
try(function() select("x") end)
print(unpack({}), unpack({ 1, 2, 3 }))
print(unpack({ 1, 2, 3 }, 2), unpack({ 1, 2, 3 }, 2, 3), unpack({ 1, 2, 3 }, -1, 1))
print(select("#", unpack({}, 1, 3)), select("#", unpack({ 1 }, 3)), select("#", unpack({}, 1, 7997)))
try(function() return (unpack({}, 1, 8000)) end)
try(function() return (unpack({}, 1, 1e8)) end)
try(function() unpack() end)
try(function() unpack(1) end)
try(function() unpack({}, "x") end)

-- environments
local function reader() return x end
print(getfenv(reader) == _G, getfenv(print) == _G, getfenv() == _G, getfenv(0) == _G, getfenv(1) == _G)
print(setfenv(reader, { x = "seen" }) == reader, reader(), getfenv(reader) ~= _G)
local function change() setfenv(1, { y = 5, print = print }); print(y, x) end
change()
try(function() setfenv(print, {}) end)
try(function() setfenv(1) end)
try(function() setfenv({}, {}) end)
try(function() setfenv(-1, {}) end)
try(function() getfenv(-1) end)
try(function() getfenv(1000) end)
try(function() getfenv("x") end)
try(function() getfenv({}) end)

-- collectgarbage
print(collectgarbage(), collectgarbage("collect"), type(collectgarbage("count")), collectgarbage("stop"), collectgarbage("restart"))
print(collectgarbage("setpause", 150), collectgarbage("setpause", 200), collectgarbage("setstepmul", 300), collectgarbage("setstepmul", 200))
print(type(collectgarbage("step")), type(gcinfo()))
try(function() collectgarbage("nothing") end)
try(function() collectgarbage({}) end)

-- load, loadstring
print(loadstring("return 1 + 1")())
print(loadstring("return ..."  )(1, 2))
print(loadstring("syntax error here"))
print(loadstring("x ="))
print(loadstring("x =", "=named"))
print(loadstring("x =", "@file.lua"))
print(loadstring("x =", "text"))
print(loadstring("first line\nsecond"))
print(pcall(loadstring("error('inside')", "=chunk")))
print(pcall(loadstring("local a = nil; return a.b", "@dir/file.lua")))
try(function() loadstring() end)
try(function() loadstring({}) end)
local pieces = { "return ", "1", "+", 2 }
local at = 0
print(load(function() at = at + 1; return pieces[at] end)())
print(type(load(function() return nil end)))
print(load(function() return "" end)() == nil)
at = 0
print(load(function() at = at + 1; return ({ "x", " =" })[at] end))
at = 0
print(load(function() at = at + 1; return ({ "x", " =" })[at] end, "=given"))
local function lastOf(...) return (select(2, ...)) end
print(pcall(function() return load(function() return {} end) end))
print(pcall(function() return load(function() error("reading", 0) end) end))
try(function() load() end)
try(function() load("text") end)

-- pcall, xpcall
print(pcall(function(...) return ... end, 1, nil, 3))
print(pcall(1))
print(pcall(nil))
try(function() pcall() end)
print(xpcall(function() return 1, 2 end, print))
print(xpcall(function() error("handled", 0) end, function(m) return "<" .. m .. ">" end))
print(xpcall(function() error() end, function(m) return type(m) end))
try(function() xpcall(print) end)
print(pcall(pcall, error, "inner"))
print(pcall(pcall))

-- print
print()
print(nil, false, "", 0)
print("a\0b" == "a\0b", #"a\0b")
do
  local original = tostring
  tostring = function(v) return "<" .. original(v) .. ">" end
  print(1, "x")
  tostring = function() return nil end
  local ok, message = pcall(print, 1)
  tostring = nil
  local ok2, message2 = pcall(print, 1)
  tostring = original
  print(ok, message)
  print(ok2, message2)
end

-- A string that reads as a number ends at its first zero byte.
print(tonumber("10\0"), tonumber("10\0x"), tonumber(" 0x10 \0 7"), tonumber("\0"), tonumber("\0001"), tonumber("1\0", 16))
print("10\0x" + 1, -"2\0", "3\0" * "4\0z", pcall(function() return "\0" + 1 end))
try(string.rep, "x", "2\0y")
try(function() assert(false, "cut\0here") end)

-- A message handler must be a function.
print(xpcall(error, nil))
print(xpcall(error, 1))
print(xpcall(error, "x"))
print(xpcall(error, {}))
print(xpcall(error, setmetatable({}, { __call = function() return "called" end })))
print(xpcall(function() return 1 end, nil))

-- A chunk's name is cut, further behind where the chunk is not Lua.
local function named(name)
  print((select(2, loadstring("x = = 1", name))))
  print(select(2, pcall(loadstring("error('raised')", name))))
end
for _, length in ipairs { 10, 42, 43, 44, 45, 52, 53, 54, 62, 63, 64, 65, 72, 73, 80, 100 } do
  local name = ("0123456789"):rep(10):sub(1, length)
  named(name)
  named("@" .. name)
  named("=" .. name)
end
named("two\nlines")
named("\0")
named("@file\0.lua")
named("")
print(loadstring("return 'a\0b' 'c'"))
print(loadstring("return 1 'tab\\tnul\\0001'"))
print(loadstring("return 1 [[\nlong\n\ntext]]"))
print(loadstring("x = 'cr\\65\\\n\r"))
print(loadstring("x = 'big\\65\\300'"))
print(loadstring("x = \0"))
print(loadstring("x = \1"))
