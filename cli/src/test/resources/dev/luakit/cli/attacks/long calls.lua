--- equal strings of many bytes are compared --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "y"
while true do local equal = a == b end
--- equal strings are compared by rawequal --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "y"
while true do rawequal(a, b) end
--- strings of many bytes are ordered --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "z"
while true do local less = a < b end
--- strings of many bytes are ordered the other way --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "z"
while true do local less = a >= b end
--- strings of many bytes are sorted --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
local s = ("x"):rep(1e5)
for i = 1, 200 do t[i] = s .. i end
while true do table.sort(t, function(a, b) return a > b end) table.sort(t) end
--- equal strings of many bytes are keys --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "y"
local t = { [a] = 1 }
while true do local x = t[b] end
--- strings of many bytes are keys that are set --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = ("x"):rep(1e7) .. "y", ("x"):rep(1e7) .. "y"
local t = { [a] = 1 }
while true do t[b] = 2 end
--- strings of many bytes are read as numbers --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s = ("1"):rep(1e7)
while true do local x = s + 1 end
--- strings of many bytes are read as numbers of a loop --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s = ("1"):rep(1e7)
while true do for i = s, s do break end end
--- strings of many bytes are read as numbers in a base --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("1"):rep(1e7)
while true do tonumber(s, 2) end
--- strings of many bytes are read as arguments --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s = ("1"):rep(1e7)
while true do math.floor(s) end
--- a plain pattern of many bytes --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do ("x"):find(s) end
--- a format of many bytes --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do string.format(s) end
--- upper case of many bytes --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do s:upper() end
--- the length of a table that was filled from behind --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 200000, 1, -1 do t[i] = i end
while true do local n = #t end
--- a table that is emptied from the front --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
while true do
  local t = {}
  for i = 1, 200000 do t[i] = i end
  while true do local k = next(t) if not k then break end t[k] = nil end
end
--- a table of names that is emptied from the front --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 200000 do t["x" .. i] = i end
while true do local k = next(t) if not k then break end t[k] = nil end
while true do end
--- a table that is asked for what is first, when it is empty --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 200000 do t["x" .. i] = i end
for k in pairs(t) do t[k] = nil end
while true do next(t) end
--- a slot that comes and goes behind a great table --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 200000 do t["x" .. i] = i end
for i = 1, 1e9 do t["y"] = 1 t["y"] = nil t["z"] = 1 t["z"] = nil end
--- insertion in front of many --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 1e9 do table.insert(t, 1, i) end
--- removal in front of many --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 500000 do t[i] = i end
while true do table.remove(t, 1) t[#t + 1] = 1 end
--- names whose hashes are equal --> 0 --timeout=8s --max-instructions=100m: done
local pairs2 = { "Aa", "BB" }
local names = { "" }
for level = 1, 16 do
  local longer = {}
  for i = 1, #names do
    longer[#longer + 1] = names[i] .. "Aa"
    longer[#longer + 1] = names[i] .. "BB"
  end
  names = longer
end
local t = {}
for i = 1, #names do t[names[i]] = i end
for i = 1, #names do assert(t[names[i]] == i) end
print("done")
--- numbers whose hashes are equal --> 0 --timeout=8s --max-instructions=100m: done
-- The upper and the lower half of a number's bits, both the same, make a hash of zero.
local t, numbers = {}, {}
for i = 1, 60000 do
  local high = 1073741824 + i * 16
  local exponent = math.floor(high / 2^20) % 2^11 - 1023
  local mantissa = (high % 2^20) * 2^32 + high
  numbers[i] = (1 + mantissa / 2^52) * 2^exponent
end
for i = 1, #numbers do t[numbers[i]] = i end
for i = 1, #numbers do assert(t[numbers[i]] == i) end
print("done")
--- a function with much code that fails in a loop --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local f = loadstring("local x if x then " .. ("x = x + 1 "):rep(20000) .. " end return x.y.z")
while true do pcall(f) end
--- chunks of a megabyte --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s = ("x = x + 1 "):rep(50000)
while true do loadstring(s) end
--- one chunk of many megabytes --> 3 --timeout=1s --max-instructions=10g --max-memory=1g: the script used more
local s = ("x = x + 1 "):rep(500000)
loadstring(s)
while true do end
--- chunks that are not Lua, of a megabyte --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s = ("x = x + 1 "):rep(50000) .. "x"
while true do loadstring(s) end
--- collections of much --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 300000 do t[i] = { i } end
while true do collectgarbage() end
--- captures of a long string --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do s:match("^(.*)$") end
--- a long string is printed --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do print(s) end
--- concat of long strings --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("x"):rep(1e7)
while true do local t = s .. "x" end
--- concat of tables of long strings --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 100 do t[i] = ("x"):rep(1e5) end
while true do table.concat(t) end
--- a quoted string of many bytes --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local s = ("\n"):rep(3e6)
while true do ("%q"):format(s) end
--- dates of long formats --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local f = ("%c"):rep(1e5)
while true do os.date(f) end
--- dates of weeks in a long format --> 3: the script ran more than
local f = ("%V"):rep(1e6)
while true do os.date(f) end
--- a format of nothing but percent signs --> 3: the script ran more than
local f = ("%%"):rep(1e6)
while true do f:format() end
--- varargs are selected one by one --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local t = {}
for i = 1, 5000 do t[i] = i end
local function f(...) for i = 1, select("#", ...) do local x = select(i, ...) end end
while true do f(unpack(t)) end
--- deep stacks are searched --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local function deep(n) if n == 0 then while true do getfenv(15000) end end return 1 + deep(n - 1) end
deep(15000)
--- errors at deep levels --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
local function deep(n) if n == 0 then while true do pcall(error, "x", 15000) end end return 1 + deep(n - 1) end
deep(15000)
--- modules that are not there --> 3 --timeout=1s --max-instructions=10g: the script ran .*more than
while true do pcall(require, "x") end
--- modules that are not there, by many paths --> 3 --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
package.path = ("?;"):rep(1e5)
while true do pcall(require, "x") end
--- a path of nothing but semicolons --> 3: the script ran more than
package.path = (";"):rep(1e7)
while true do pcall(require, "x") end
--- the name of a module is very long, again and again --> 3 --max-instructions=1m: the script ran more than
local n = ("a"):rep(1e7)
while true do pcall(require, n) end
--- a fraction that comes and goes beside a great array --> 3 --max-instructions=40m: the script ran more than
local t = {}
for i = 1, 1e6 do t[i] = i end
for i = 1, 1e9 do local k = i + 0.5 t[k] = 1 t[k] = nil end
--- a name that nobody meant, beside long ones --> 1 build: bk has no function a string
bk[("a"):rep(1e5)] = print
return bk[("b"):rep(1e5)]
--- a name that nobody meant, beside many --> 3 build --max-instructions=40k: the script ran more than
for i = 1, 2000 do bk[("x"):rep(50) .. i] = print end
while true do pcall(function() return bk[("y"):rep(50)] end) end
--- platforms of long names are compared --> 3 build --timeout=1s --max-instructions=10g: the script ran .*more than
local a, b = bk.platform(("a"):rep(5e6), "x"), bk.platform(("a"):rep(5e6), "x")
while true do local equal = a == b end
--- a mount that is not there is looked for among many --> 3 build --max-instructions=300m: the script ran .*more than
local mounts = {}
for i = 1, 1e4 do mounts[i] = bk.cache("/c" .. i) end
local s = bk.image("alpine"):run("true", { mounts = mounts })
while true do pcall(s.get_mount, s, "/none") end
--- long texts that are no image, mode, owner or platform --> 3 build --timeout=1s --max-instructions=10g: the script (ran|used) .*more than
local s, n = bk.scratch(), ("7"):rep(5e6)
while true do
  pcall(bk.image, n) pcall(bk.platform, n) pcall(bk.git, n) pcall(bk.http, n)
  pcall(s.mkdir, s, "/a", { mode = n }) pcall(s.mkdir, s, "/a", { owner = n .. ":" }) pcall(s.mkdir, s, "/a", { owner = { user = n } })
end
--- a key that is missing in front of many whose places are side by side --> 3 --timeout=9s --max-instructions=40m: :23: the script ran more than 40000000
-- The number whose place in an index is that one: the steps of the hash, undone.
local function times(a, b)
  local low = a % 65536
  return (low * b + (a - low) / 65536 * b % 65536 * 65536) % 2^32
end
local function xor(a, b)
  local result, bit = 0, 1
  while b > 0 do
    if b % 2 == 1 then result = result + (a % 2 == 0 and bit or -bit) end
    a, b, bit = (a - a % 2) / 2, (b - b % 2) / 2, bit * 2
  end
  return result
end
local function key(place)
  local mixed = place + xor(place, math.floor(place / 2^15))
  local hash = times(mixed, 340573321)
  local high = math.floor(hash / 2^20)
  return 1 + (hash + (1023 - 2 * (high % 1024)) * 2^20) / 2^52
end
local t = {}
for i = 1, 250000 do t[key(i)] = 1 end
local missing = key(2^20 + 1)
while true do local x = t[missing] end
