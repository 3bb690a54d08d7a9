-- What every generated program begins with: functions for its snippets, and run, which runs one.
-- What may differ between two right implementations is printed in a way that hides it.

local print, type, tostring, select, pairs, pcall = print, type, tostring, select, pairs, pcall
local floor, format, gsub, byte = math.floor, string.format, string.gsub, string.byte
local loadstring, setfenv, rawget, sort, concat = loadstring, setfenv, rawget, table.sort, table.concat
local create, running = coroutine.create, coroutine.running
local globals, strings = _G, string

nan, inf = 0/0, math.huge
arg = nil

-- The same value, for what is not to be a constant.
function id(...) return ... end

-- The value as a literal, without addresses and without the signs of NaN and zero.
local function literal(value)
  if value == 0 then return "0" end
  if type(value) == "number" then return (gsub(tostring(value), "%-nan", "nan")) end
  if type(value) == "string" then
    local text = gsub(format("%q", value), "%-nan", "nan")
    return (gsub(text, "(%a+: )0?x?%x%x%x%x+", "%1address"))
  end
  if type(value) == "boolean" or value == nil then return tostring(value) end
  return type(value)
end

function show(...)
  local line = {}
  for i = 1, select("#", ...) do line[i] = literal((select(i, ...))) end
  print(concat(line, " "))
end

-- The entries of a table in an order of their own, as next may take any.
function dump(t)
  local lines = {}
  for key, value in pairs(t) do lines[#lines + 1] = literal(key) .. "=" .. literal(value) end
  sort(lines)
  print("{" .. concat(lines, ", ") .. "}")
end

-- tostring, but without addresses.
function text(value)
  local kind = type(value)
  if kind == "table" or kind == "function" or kind == "thread" then
    local meta = kind == "table" and getmetatable(value)
    if type(meta) ~= "table" or not rawget(meta, "__tostring") then return kind end
  end
  if value ~= value then return "nan" end
  return tostring(value)
end

-- Keeps what is assigned in a loop from growing.
function clip(value)
  if type(value) == "string" and #value > 100 then return value:sub(1, 100) end
  return value
end

-- A checksum of the values that a hot loop makes.
function mix(sum, value)
  local kind = type(value)
  if kind == "number" then
    if value ~= value then return (sum * 31 + 7) % 1000003 end
    if value >= 1e15 or value <= -1e15 then return (sum * 31 + (value > 0 and 11 or 13)) % 1000003 end
    return (sum * 31 + floor(value * 64)) % 1000003
  end
  if kind == "string" then
    for i = 1, #value do sum = (sum * 31 + byte(value, i)) % 1000003 end
    return sum
  end
  if kind == "boolean" then return (sum * 31 + (value and 3 or 5)) % 1000003 end
  return (sum * 31 + #kind) % 1000003
end

-- Objects with all metamethods, of two classes that share some of them.
local shared = {}
function shared.__eq(a, b) return a.value == b.value end
function shared.__lt(a, b) return a.value < b.value end
local classes = {}
for _, class in ipairs { "p", "q" } do
  local meta = { __eq = shared.__eq, __lt = shared.__lt }
  classes[class] = meta
  local function value(x) return type(x) == "table" and rawget(x, "value") or x end
  for _, event in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm", "concat" } do
    meta["__" .. event] = function(a, b)
      return class .. event .. text(value(a)) .. "," .. text(value(b))
    end
  end
  meta.__len = function() return class .. "len" end
  meta.__call = function(self, ...) return class .. "call", select("#", ...), ... end
  meta.__tostring = function(self) return class .. "object" end
  if class == "p" then
    meta.__le = function(a, b) return a.value <= b.value end
    meta.__index = function(t, k) return type(k) == "string" and class .. k or k end
  else
    meta.__index = { x = 1, m = function(self, ...) return "method", ... end }
    meta.__newindex = function(t, k, v) rawset(t, k, v) end
  end
end

function object(class, value)
  return setmetatable({ value = value }, classes[class])
end

-- Each snippet has globals of its own, and leaves the real ones as they were.
local function copy(t)
  local result = {}
  for key, value in pairs(t) do result[key] = value end
  return result
end

local function restore(t, saved)
  for key in pairs(t) do if saved[key] == nil then t[key] = nil end end
  for key, value in pairs(saved) do t[key] = value end
end

function run(name, source)
  print("@@ " .. name)
  local chunk, problem = loadstring(source, "=" .. name)
  if not chunk then
    show("syntax", problem)
    return
  end
  local savedGlobals, savedStrings = copy(globals), copy(strings)
  local environment = copy(globals)
  environment._G = environment
  setfenv(chunk, environment)
  local function finish(...)
    -- A snippet may have changed the environment of whatever was on the stack, and of the thread.
    for level = 0, 3 do setfenv(level, globals) end
    restore(globals, savedGlobals)
    restore(strings, savedStrings)
    show(...)
  end
  finish(pcall(chunk))
end

