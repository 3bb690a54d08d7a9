-- The string library without patterns and format.
local function try(f, ...) print(pcall(f, ...)) end

-- byte, char
print(("A"):byte(), ("ABC"):byte(2), ("ABC"):byte(-1), ("ABC"):byte(1, -1), ("ABC"):byte(10))
print(select("#", (""):byte()), select("#", ("abc"):byte(0)), ("abc"):byte(0, 2), ("abc"):byte(-10, 1), select("#", ("abc"):byte(3, 2)))
print(("\0\255"):byte(1, 2))
print(select("#", ("x"):rep(7996):byte(1, -1)))
try(function() return (("x"):rep(8000):byte(1, -1)) end)
print(string.char(), string.char(72, 105), #string.char(0, 255), string.char("65"))
try(function() string.char(256) end)
try(function() string.char(-1) end)
try(function() string.char(1, "x") end)
try(function() string.char(65.9, 300) end)
print(string.char(65.9))
try(function() string.byte() end)
try(function() string.byte({}) end)
try(function() ("x"):byte("y") end)

-- len, lower, upper, reverse
print(string.len("abc"), string.len(""), string.len(12), ("a\0b"):len(), #"x")
print(("MiXeD 123 \196\214"):lower() == "mixed 123 \196\214", ("MiXeD 123 \228\255"):upper() == "MIXED 123 \228\255")
print(("abc"):reverse(), (""):reverse(), ("a\0b"):reverse():byte(1, 3))
try(function() string.len() end)
try(function() string.upper(nil) end)
try(function() string.lower({}) end)
try(function() ("x").reverse() end)

-- rep
print(("ab"):rep(3), ("ab"):rep(0), ("ab"):rep(-1), (""):rep(1000), ("x"):rep(2.9), ("x"):rep("3"))
try(function() ("x"):rep() end)
try(function() string.rep() end)
try(function() ("x"):rep("y") end)
try(function() ("x"):rep({}) end)

-- sub
local s = "hello"
print(s:sub(2), s:sub(2, 3), s:sub(-3), s:sub(-3, -2), s:sub(0), s:sub(10), s:sub(1, 100), s:sub(-100, 2))
print("[" .. s:sub(3, 2) .. "]", "[" .. s:sub(6) .. "]", s:sub(5), s:sub(1, -1), s:sub(1, -6) == "", s:sub(2.7, 3.2))
print(s:sub("2", "3"), string.sub(12345, 2, 3))
try(function() s:sub() end)
try(function() string.sub() end)
try(function() s:sub({}) end)
try(function() s:sub(1, {}) end)
try(function() s.sub(nil, 1) end)

-- methods and metatable
print(s.len == string.len, s.absent, ("%d"):format(3))
print(pcall(function() return s.x.y end))
print(pcall(function() return ("x"):absent() end))
print(pcall(function() local n = "x"; n.y = 1 end))
print("10" + 5, "3" * "4", 10 .. 20, -"2", "0x10" + 0, " 5 " + 0)
print(pcall(function() return "a" + 1 end))
print(pcall(function() return "a" < 1 end))
print("a" < "b", "a" < "B", "" < "a", "a\0b" < "a\0c", "a\0" > "a", "\200" > "a", "Z" < "a")

-- plain find
print(("hello"):find("l"), ("hello"):find("xyz"), ("hello"):find(""), ("hello"):find("", 10), ("hello"):find("", 6))
print(("a.b"):find(".", 1, true), ("a.b"):find("%.", 1, true), ("a+b"):find("+", 1, true), ("hello"):find("l", -2), ("hello"):find("l", -100))
print(("hello"):find("hello world"), ("a\0b"):find("\0"), ("a\0b"):find("b"), (""):find(""), (""):find("x"))
print((("ab"):rep(100) .. "c"):find(("ab"):rep(20) .. "c", 1, true))
print((("a"):rep(1000)):find(("a"):rep(30) .. "b", 1, true))
print(("x\0y.z"):find("\0y."), ("ab"):find("b\0.*"))
print(("hello"):find("l", "4"), ("1hello1"):find(1, 2))
try(function() ("x"):find() end)
try(function() ("x"):find({}) end)
try(function() ("x"):find("x", {}) end)
