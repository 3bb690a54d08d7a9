-- require and module, with modules of its own.
local function try(f, ...) print(pcall(f, ...)) end
package.path = "?.lua;?/init.lua"
print(type(package.loaded), type(package.preload), type(package.loaders), type(package.path), type(package.cpath), type(package.config))
for _, name in ipairs({ "_G", "string", "table", "math", "os", "io", "coroutine", "debug", "package" }) do
  print(name, package.loaded[name] == _G[name], require(name) == _G[name])
end

package.preload["answer"] = function(name, ...) print("loading", name, select("#", ...)) return { value = 42 } end
print(require("answer").value, require("answer") == package.loaded.answer)
package.preload["nothing"] = function() end
print(require("nothing"), package.loaded.nothing)
package.preload["sets"] = function(name) package.loaded[name] = "set" end
print(require("sets"))
package.preload["no"] = function() return false end
print(require("no"), package.loaded.no)
package.preload["failing"] = function() error("can't load", 0) end
try(require, "failing")
try(function() require("failing") end)
package.preload["loop"] = function() require("loop") end
try(function() require("loop") end)
package.loaded["failing"] = nil
try(require, "failing")

print(require("modules_lib.plain").name, require("modules_lib.plain") == require("modules_lib.plain"))
print(require("modules_lib").from)
try(function() require("modules_lib.broken") end)
try(function() require("modules_lib.raises") end)
try(function() require() end)
try(function() require({}) end)

-- module
local function define() module("defined.here") x = 5 end
define()
print(defined.here.x, defined.here._NAME, defined.here._PACKAGE, defined.here._M == defined.here, package.loaded["defined.here"] == defined.here, x)
local function define2() module("seeing", package.seeall) y = type(print) end
define2()
print(seeing.y, package.loaded.seeing.y, package.loaded.seeing._PACKAGE == "")
local function define3() module("options", function(m) m.first = m._NAME end, function(m) m.second = true end) end
define3()
print(package.loaded.options.first, package.loaded.options.second)
conflict = 5
try(function() module("conflict") end)
try(function() module("conflict.x") end)
try(function() module() end)
try(function() package.seeall() end)
try(function() module("options", 1) end)

-- what is missing
local loaders = package.loaders
package.loaders = nil
try(function() require("absent") end)
package.loaders = { function() return "\n\tnot here" end, function() return 5 end, function() return nil end, function() return {} end }
try(function() require("absent") end)
package.loaders = { function(name) return function(n) return name .. n end end }
print(require("made"))
package.loaders = loaders
package.preload = nil
try(function() require("absent") end)
package.preload = {}
package.path = nil
try(function() require("absent") end)
