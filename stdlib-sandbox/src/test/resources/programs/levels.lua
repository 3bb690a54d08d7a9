-- Levels of the stack: which function each of them is, as getfenv, setfenv and error count them.
local function kind(ok, result)
  return ok and (result == _G and "globals" or type(result)) or result
end

-- A protected call is a level of its own, and as a function that is not Lua's has the globals.
local function environment(level) return kind(pcall(getfenv, level)) end
for level = 0, 3 do print(level, environment(level), (environment(level))) end
local own = setfenv(function(level) local result = getfenv(level) return result end, { getfenv = getfenv })
for level = 0, 3 do print(level, kind(pcall(own, level))) end
print(kind(pcall(function() local result = own(3) return result end)))
print(kind(pcall(getfenv, 100)), kind(pcall(getfenv, -1)), kind(pcall(getfenv, "x")))

-- A tail call leaves a level without a function.
local function tail(level) return own(level) end
for level = 0, 4 do print(level, kind(pcall(tail, level))) end
local function tails(n, level) if n == 0 then return own(level) end return tails(n - 1, level) end
for level = 0, 6 do print(level, kind(pcall(tails, 3, level))) end

-- setfenv refuses what is not Lua's.
local function change(level) setfenv(level, setmetatable({}, { __index = _G })) return true end
for level = 1, 3 do print(level, pcall(function() local result = change(level) return result end)) end
print(pcall(function() return change(2) end))
print(pcall(setfenv, 1, {}), pcall(setfenv, print, {}), pcall(setfenv, 0.5, {}))
print(pcall(setfenv, -1, {}), pcall(setfenv, 100, {}), pcall(setfenv, {}, {}), pcall(setfenv, nil, {}))

-- error names the line of a level, if that is Lua's.
local function raise(level) error("raised", level) end
local function outer(level)
  raise(level)
  return nil
end
for level = 0, 5 do print(level, pcall(outer, level)) end
for level = 0, 5 do print(level, pcall(function() return raise(level) end)) end
for level = 0, 5 do print(level, pcall(pcall, error, "direct", level)) end
