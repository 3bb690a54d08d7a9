--- no Java by any global --> 0: done
for _, name in ipairs({ "java", "luajava", "Java", "javax", "class", "import", "io", "debug", "jit", "ffi" }) do
  local v = rawget(_G, name)
  assert(v == nil or type(v) == "table", name)
end
print("done")
--- every value that can be reached is one of Lua --> 0: done
local types = { ["nil"] = 1, boolean = 1, number = 1, string = 1, table = 1, ["function"] = 1, thread = 1, userdata = 1 }
local seen = {}
local function visit(v)
  assert(types[type(v)])
  assert(not tostring(v):find("@") and not tostring(v):find("java"), tostring(v))
  if seen[v] then return end
  seen[v] = true
  if type(v) == "table" then for k, w in pairs(v) do visit(k) visit(w) end end
  if type(v) == "function" then visit(getfenv(v)) end
  visit(getmetatable(v) or false)
end
visit(_G) visit("") visit(coroutine.create(visit))
print("done")
--- the same in a build --> 1 build: never calls bk.export
local seen = {}
local function visit(v)
  assert(not tostring(v):find("@") and not tostring(v):find("java"), tostring(v))
  if seen[v] then return end
  seen[v] = true
  if type(v) == "table" then for k, w in pairs(v) do visit(k) visit(w) end end
  if type(v) == "function" then visit(getfenv(v)) end
  visit(getmetatable(v) or false)
end
visit(_G) visit(bk.scratch():mkdir("/a")) visit(bk.platform("linux/amd64")) visit(bk.cache("/a"))
--- os.execute --> 1: :1: os.execute is not available in build scripts \(sandboxed\)
os.execute("touch x")
--- os.exit --> 1: os.exit is not available
os.exit(0)
--- os.remove --> 1: os.remove is not available
os.remove("script.lua")
--- os.rename --> 1: os.rename is not available
os.rename("script.lua", "x")
--- os.tmpname --> 1: os.tmpname is not available
return os.tmpname()
--- os.setlocale --> 1: os.setlocale is not available
return os.setlocale("C")
--- io.open --> 1: io.open is not available
return io.open("/etc/passwd")
--- io.popen --> 1: io.popen is not available
return io.popen("id")
--- io.lines --> 1: io.lines is not available
for line in io.lines("/etc/passwd") do end
--- io.stdout --> 1: is not available
return io.stdout:write("x")
--- dofile --> 1: dofile is not available
dofile("/etc/passwd")
--- loadfile --> 1: loadfile is not available
loadfile("/etc/passwd")
--- package.loadlib --> 1: package.loadlib is not available
package.loadlib("/lib/libc.so.6", "*")
--- debug.getregistry --> 1: debug.getregistry is not available
return debug.getregistry()
--- debug.getinfo --> 1: debug.getinfo is not available
return debug.getinfo(1)
--- the environment --> 0: nil	nil	nil	nil
print(os.getenv("PATH"), os.getenv("HOME"), os.getenv("USER"), os.getenv(""))
--- the environment by odd names --> 0: nil	nil
print(os.getenv("PATH\0"), os.getenv("PATH=x"))
--- a build argument --> 0 --build-arg=A=b: b
print(os.getenv("A"))
--- no clock --> 0: 0	0	0
print(os.time(), os.clock(), os.date("%s") == os.date("%s") and 0)
--- no randomness --> 0: 0.*
print(math.random())
--- the metatable of strings is the script's own --> 0: evil
getmetatable("").__index = function() return "evil" end
print(("x").upper)
--- and nobody else's --> 0: X
print(("x"):upper())
--- functions of the library are the script's own --> 0: evil
string.upper = function() return "evil" end
table.concat = nil
_G.pairs = nil
package.loaded.string = nil
print(("x"):upper())
--- and nobody else's either --> 0: X	1	true
print(("x"):upper(), table.concat({ 1 }), pairs ~= nil and package.loaded.string == string)
--- the environment of a function of the library --> 1: 'setfenv' cannot change environment of given object
setfenv(print, {})
--- the environment of a function of the library can be read --> 0: true
print(getfenv(print) == _G)
--- the environment of the thread --> 1: attempt to call global 'print'
setfenv(0, {})
loadstring("print(1)")()
--- the environment of level 1 --> 1: attempt to call global 'print'
setfenv(1, {})
print(1)
--- the environment of the caller --> 1: attempt to call global 'print'
local function f() setfenv(2, {}) end
f()
print(1)
--- a global table with traps --> 1: attempt to call global 'print'|stack overflow|trap
setmetatable(_G, { __index = function() error("trap") end, __newindex = function() error("trap") end })
x = 1
--- traps where the library looks --> 1: trap|must be a table
package.loaded = setmetatable({}, { __index = function() error("trap") end })
package.loaders = nil
require("x")
error("trap")
--- loaders that are no table --> 1: 'package.loaders' must be a table
package.loaders = 1
require("x")
--- a path that is no string --> 1: 'package.path' must be a string
package.path = {}
require("x")
--- preload that is no table --> 1: 'package.preload' must be a table
package.preload = 1
require("x")
--- no package at all --> 1: module 'x' not found
package = nil
require("x")
--- newproxy of what is not one --> 1: newproxy is not available
newproxy({})
--- newproxy shares a metatable --> 1: newproxy is not available
local p = newproxy(true)
print(getmetatable(p) == getmetatable(newproxy(p)))
--- a metatable that is protected --> 1: cannot change a protected metatable
local t = setmetatable({}, { __metatable = false })
setmetatable(t, {})
--- a metatable of a string can't be set --> 1: table expected, got string
setmetatable("", {})
--- require of the parent directory --> 1: module name '../x' is not allowed
require("../x")
--- require of the parent directory in the middle --> 1: is not allowed
require("a/../../b")
--- require of the parent directory by dots --> 1: is not allowed
require("...x")
--- require of the parent directory by more dots --> 1: is not allowed
require("a....b")
--- require of a file of the system --> 1: module name '/etc/passwd' is not allowed
require("/etc/passwd")
--- require of the directory itself --> 1: is not allowed
require(".")
--- require of the parent --> 1: is not allowed
require("..")
--- require of nothing --> 1: is not allowed
require("")
--- require of a slash --> 1: is not allowed
require("/")
--- require with a slash at the end --> 1: is not allowed
require("a/")
--- require with two slashes --> 1: is not allowed
require("a//b")
--- require with a backslash --> 1: is not allowed
require("..\\x")
--- require with a drive --> 1: is not allowed
require("C:x")
--- require with a NUL --> 1: is not allowed
require("x\0y")
--- require with a newline --> 1: is not allowed
require("x\ny")
--- require with an escape sequence --> 1: is not allowed
require("\27[2J")
--- require with a control character of eight bits --> 1: (is not allowed|not found)
require("\155[2J")
--- require with what is not UTF-8 --> 1: (is not allowed|not found|can't be)
require("\255\254")
--- require of a name of a megabyte --> 1: is not allowed
require(("x"):rep(1e6))
--- require of a name with many parts --> 1: (is not allowed|not found)
require(("x."):rep(400) .. "x")
--- require of a URL --> 1: is not allowed
require("http://127.0.0.1/x")
--- require of a device --> 1: is not allowed
require("/dev/zero")
--- require by a path of the system --> 1: module 'passwd' not found
package.path = "/etc/?"
require("passwd")
--- require by a path that goes up --> 1: module 'x' not found
package.path = "../?;./../?;?/../../x"
require("x")
--- require by a path with a NUL --> 1: not found
package.path = "?\0.lua"
require("x")
--- require by a path of a megabyte --> 1: not found
package.path = ("?"):rep(1e5)
require("xxxxxxxxxx")
--- require by a path of many parts --> 1: not found
package.path = ("/?;"):rep(1e4)
require("x")
--- require by a path that names what is no Lua --> 1: (error loading module|near)
package.path = "?.lua"
require("script") require("script")
--- require of the classes of luakit --> 1: not found
require("dev/luakit/cli/Main")
--- require of the resources of luakit --> 1: (not found|is not allowed)
require("../modules/prelude")
--- require of the manifest --> 1: not found
require("META-INF/MANIFEST")
--- require of a module that the script makes --> 0: 42
package.preload.x = function() return 42 end
print(require("x"))
--- require in a circle --> 1: loop or previous error loading module 'a'
package.preload.a = function() require("b") end
package.preload.b = function() require("a") end
require("a")
--- a module that fails fails again --> 0: false	false
package.preload.a = function() error("x") end
print((pcall(require, "a")), (pcall(require, "a")))
--- a module that gives nothing --> 0: true
package.preload.a = function() end
print(require("a"))
--- module with a name that is taken --> 1: name conflict for module 'string.upper'
module("string.upper")
--- module with odd names --> 0: done
for _, name in ipairs({ "", ".", "..", "a..b", "/", "\0" }) do pcall(module, name) end
_G.print("done")
--- a limit can't be caught in a coroutine --> 3 --max-instructions=1m: the script ran more than
local co = coroutine.create(function() while true do end end)
print(coroutine.resume(co))
--- a limit can't be caught by xpcall --> 3 --max-instructions=1m: the script ran more than
xpcall(function() while true do end end, print)
--- a limit can't be caught in a metamethod --> 3 --max-instructions=1m: the script ran more than
local t = setmetatable({}, { __index = function() return pcall(function() while true do end end) end })
print(t.x)
--- a limit of memory can't be caught --> 3 --max-memory=4m: the script used more than
for i = 1, 10 do pcall(string.rep, "x", 2^23) end
print("caught")
--- a limit of strings can't be caught --> 3 --max-string=1k: the script made a string of more than 1024 bytes
pcall(string.rep, "x", 2000)
print("caught")
--- a limit of patterns can't be caught --> 3 --max-pattern-steps=1k: a pattern took more than 1000 steps
pcall(string.find, ("a"):rep(1000), ".-.-b")
print("caught")
