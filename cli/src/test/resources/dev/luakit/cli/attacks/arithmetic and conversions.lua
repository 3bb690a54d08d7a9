--- unpack of a hundred million --> 1: :1: too many results to unpack
return unpack({}, 1, 1e8)
--- unpack to infinity --> 1: :1: too many results to unpack
return unpack({}, 1, math.huge)
--- unpack from minus infinity --> 1: :1: too many results to unpack
return unpack({}, -math.huge, math.huge)
--- unpack of the whole of the integers --> 1: too many results to unpack
return unpack({}, -2^63, 2^63)
--- unpack at the end of the integers --> 0: 1
print(select("#", unpack({}, 2^53, 2^53)))
--- unpack of NaN --> 0: .*
print(select("#", unpack({}, 0/0, 0/0)))
--- string.char of a million --> 1: (too many results|stack overflow)
local t = {}
for i = 1, 1e6 do t[i] = 65 end
return string.char(unpack(t))
--- string.char of what is no byte --> 1: invalid value
return string.char(256)
--- string.char of NaN --> 0: 1
print(#string.char(0/0))
--- string.char of infinity --> 1: invalid value
return string.char(1/0)
--- a number of a million digits --> 0: inf
print(tonumber("1" .. ("0"):rep(1e6)))
--- a number of a million digits behind the point --> 0: 0.1
print(tonumber("0.1" .. ("0"):rep(1e6)))
--- a number of a million digits that almost is one --> 0: nil
print(tonumber(("1"):rep(1e6) .. "x"))
--- a number of a million spaces --> 0: 1
print(tonumber((" "):rep(1e6) .. "1"))
--- a number with a great exponent --> 0: inf	0
print(tonumber("1e" .. ("9"):rep(1e5)), tonumber("1e-" .. ("9"):rep(1e5)))
--- a hexadecimal number of a million digits --> 0: .*
print(tonumber("0x" .. ("f"):rep(1e6)))
--- a number in base 36 of a million digits --> 0: .*
print(tonumber(("z"):rep(1e6), 36))
--- a number in base 2 of a million digits --> 0: .*
print(tonumber(("1"):rep(1e6), 2))
--- a number in a base that is none --> 1: base out of range
return tonumber("1", 1)
--- a number in a base of NaN --> 1: base out of range
return tonumber("1", 0/0)
--- a number in a base of infinity --> 1: base out of range
return tonumber("1", 1/0)
--- arithmetic on long strings --> 3: the script (ran|used) .*more than
local s = "1" .. ("0"):rep(1e6)
while true do local x = s + 1 end
--- tonumber of long strings in a loop --> 3: the script (ran|used) .*more than
local s = ("1"):rep(1e7)
while true do tonumber(s) end
--- all bytes of a megabyte --> 1: string slice too long
return ("x"):rep(1e6):byte(1, -1)
--- all bytes from minus infinity --> 0: 120
print(("x"):byte(-math.huge, math.huge))
--- byte of NaN --> 0: .*
print(("x"):byte(0/0))
--- sub of infinities --> 0: x
print(("x"):sub(-math.huge, math.huge))
--- sub of NaN --> 0: .*
print(("x"):sub(0/0, 0/0))
--- sub beyond the integers --> 0: .*
print(("x"):sub(2^63, -2^63))
--- rep of a negative number --> 0: 0
print(#("x"):rep(-1e300))
--- rep of NaN --> 0: 0
print(#("x"):rep(0/0))
--- rep of nothing, often --> 0: 0
print(#(""):rep(1e300))
--- NaN as a key --> 1: table index is NaN
local t = {}
t[0/0] = 1
--- nil as a key --> 1: table index is nil
local t = {}
t[nil] = 1
--- NaN as a key by rawset --> 1: table index is NaN
rawset({}, 0/0, 1)
--- NaN as a key of a constructor --> 1: table index is NaN
return { [0/0] = 1 }
--- NaN as a key is never found --> 0: nil
print(({})[0/0])
--- next of NaN --> 1: invalid key to 'next'
return next({}, 0/0)
--- next of a key that is not there --> 1: invalid key to 'next'
return next({}, "x")
--- infinity as a key --> 0: 1	2
local t = {}
t[1/0], t[-1/0] = 1, 2
print(t[math.huge], t[-math.huge])
--- great integers as keys --> 0: 1	2	3
local t = {}
t[2^31], t[2^53], t[2^1000] = 1, 2, 3
print(t[2^31], t[2^53], t[2^1000])
--- minus zero as a key --> 0: 1
local t = {}
t[-0] = 1
print(t[0])
--- random of zero --> 1: interval is empty
return math.random(0)
--- random of nothing --> 1: interval is empty
return math.random(2, 1)
--- random of infinity --> 0: .*
print(pcall(math.random, 1/0))
--- random of NaN --> 0: .*
print(pcall(math.random, 0/0))
--- random of everything --> 0: .*
print(pcall(math.random, -2^63, 2^63))
--- randomseed of what is odd --> 0: done
math.randomseed(0/0) math.randomseed(1/0) math.randomseed(-2^70)
print("done")
--- a loop with a step of NaN --> 0: done
for i = 1, 10, 0/0 do print(i) end
print("done")
--- a loop from NaN --> 0: done
for i = 0/0, 10 do print(i) end
print("done")
--- a loop to NaN --> 0: done
for i = 1, 0/0 do print(i) end
print("done")
--- a loop with a step that is no number --> 1: 'for' step must be a number
for i = 1, 2, {} do end
--- minus zero --> 0: -?0	-?inf
print(-0, 1 / -0)
--- modulo of zero --> 0: -?nan
print(1 % 0)
--- modulo of infinity --> 0: .*
print(5 % math.huge, -5 % math.huge, math.huge % 5)
--- select from far behind --> 0: 0
print(select("#", select(2^53, 1)))
--- select from minus infinity --> 1: index out of range
return select(-1/0, 1)
--- select of NaN --> 1: index out of range
return select(0/0, 1)
--- concat of a range far away --> 1: invalid value \(nil\) at index
return table.concat({}, "", 2^53, 2^53 + 2)
--- concat of the whole of the integers --> 1: invalid value \(nil\) at index
return table.concat({}, "", -1/0, 1/0)
--- insert at infinity --> 0: .*
print(pcall(table.insert, { 1 }, 1/0, 2))
--- insert at NaN --> 0: .*
print(pcall(table.insert, { 1 }, 0/0, 2))
--- remove at infinity --> 0: .*
print(pcall(table.remove, { 1 }, 1/0))
--- remove at NaN --> 0: .*
print(pcall(table.remove, { 1 }, 0/0))
--- maxn of odd keys --> 0: inf
print(table.maxn({ [1/0] = 1, [0.5] = 2 }))
--- setn is not there any more --> 1: 'setn' is obsolete
table.setn({}, 1e9)
--- format of integers that are none --> 0: .*
print(("%d %x %o %u %c %i"):format(1/0, -1/0, 0/0, 2^64, 2^40, -2^63))
--- format of great numbers --> 0: .*
print(("%f"):format(1e308))
--- format with a great precision --> 0: .*
print(("%.99f"):format(math.pi))
--- format with a precision that is too great --> 1: invalid format
return ("%.100f"):format(math.pi)
--- format with many flags --> 1: invalid format \(repeated flags\)
return ("%" .. ("-"):rep(1e6) .. "d"):format(1)
--- format without an argument --> 1: no value
return ("%d"):format()
--- format with a directive that is none --> 1: invalid option '%y' to 'format'
return ("%y"):format(1)
--- format with %n --> 1: invalid option '%n' to 'format'
return ("%n"):format(1)
--- format with %p --> 1: invalid option '%p' to 'format'
return ("%p"):format({})
--- format with a percent sign at the end --> 1: (invalid option|no value)
return ("%"):format(1)
--- format with a star --> 1: invalid option '%\*' to 'format'
return ("%*d"):format(1, 2)
--- a date of infinity --> 0: .*
print(pcall(os.date, "%c", 1/0))
--- a date of NaN --> 0: .*
print(pcall(os.date, "%c", 0/0))
--- a date far behind --> 0: .*
print(pcall(os.date, "*t", -2^53))
--- a date with a directive that is none --> 0: .*
print(pcall(os.date, "%Ez%"))
--- a date with every directive --> 0: done
for c = 0, 255 do pcall(os.date, "%" .. string.char(c)) end
print("done")
--- a time of odd fields --> 0: .*
print(pcall(os.time, { year = 1/0, month = 0/0, day = -2^53 }))
--- a time of great fields --> 0: .*
print(pcall(os.time, { year = 2^31, month = 2^31, day = 2^31, hour = 2^31 }))
--- difftime of odd values --> 0: .*
print(os.difftime(1/0, -1/0), os.difftime(0/0))
--- every function with odd numbers --> 0 --max-instructions=3000m --max-memory=40m --max-string=1m --timeout=60s: .*done
local odd = { 0, -1, 1, 0/0, 1/0, -1/0, 2^31, -2^31, 2^53, 2^63, -2^63, 1e308, 0.5, "", "x", "1e9", {}, print, true }
local safe = { rep = 1, collectgarbage = 1, print = 1, error = 1 }
for _, library in ipairs({ string, table, math, os, coroutine }) do
  for name, f in pairs(library) do
    if not safe[name] and type(f) == "function" and name ~= "insert" and name ~= "yield" then
      for _, a in ipairs(odd) do for _, b in ipairs(odd) do
        pcall(f, a, b) pcall(f, "abc", a, b) pcall(f, { 1, 2, 3 }, a, b)
      end end
    end
  end
end
print("done")
--- collectgarbage with odd options --> 0: done
for _, o in ipairs({ "stop", "restart", "collect", "count", "step", "setpause", "setstepmul" }) do
  for _, n in ipairs({ 0, -1, 1/0, 0/0, 2^53 }) do collectgarbage(o, n) end
end
print("done")
--- collectgarbage with an option that is none --> 1: invalid option
collectgarbage("generational")
