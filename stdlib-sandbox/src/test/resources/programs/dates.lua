-- The parts of os that tell time; the tests run in UTC.
local function try(f, ...) print(pcall(f, ...)) end
local directives = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%"
for _, time in ipairs({ 0, 1, 59, 86399, 86400, 951782400, 951868799, 1e9, 1230768000, 1234567890, 1262304000, 1325376000, 1356998399, 1388534400, 1400000000, 1483228799, 1709164800, 2147483648, 4102444800, 32503680000, -1, -86400, -1e9, -2208988800 }) do
  for c in directives:gmatch(".") do print(time, c, os.date("%" .. c, time), c ~= "Z" and os.date("!%" .. c, time)) end
  local t = os.date("*t", time)
  print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.wday, t.yday, t.isdst)
  if time ~= -1 then print(os.time(t) == time) end
end
for day = 0, 800 do print(os.date("%F %j %G-W%V-%u %U %W", day * 86400 + 1230768000)) end
print(os.date("", 0), os.date("plain", 0), os.date("%", 0), os.date("100%%", 0), os.date("%Q", 0), os.date("!", 0), os.date("x%", 0), os.date("!%Z", 0))
print(os.date("%H:%M\0ignored", 0), os.date("%c", "86400"), os.date("!*t", 3600).hour, os.date("*tx", 0))
print(os.date("%Y", 1.9), os.date("%Y", 1e15), os.date("%Y", 1e18), os.date("%Y", -1e18))
try(function() os.date({}) end)
try(function() os.date("%c", "x") end)
try(function() os.date("%c", {}) end)

print(os.time({ year = 1970, month = 1, day = 1, hour = 0 }), os.time({ year = 2000, month = 1, day = 1 }), os.time({ year = 2024, month = 2, day = 30, hour = 25, min = 61, sec = 61 }))
print(os.time({ year = 2024, month = 14, day = 1 }), os.time({ year = 2024, month = 0, day = 0 }), os.time({ year = 2024, month = -11, day = -30 }), os.time({ year = "2020", month = "5", day = "6" }))
print(os.time({ year = 1969, month = 12, day = 31, hour = 23, min = 59, sec = 59 }), os.time({ year = 1600, month = 2, day = 29 }), os.time({ year = 2020, month = 5.9, day = 6 }))
print(os.time({ year = 2020, month = 5, day = 6, hour = "x", isdst = false }))
print(os.time(setmetatable({ year = 2020, month = 5 }, { __index = function(_, k) return k == "day" and 7 or nil end })))
try(function() os.time({}) end)
try(function() os.time({ day = 1 }) end)
try(function() os.time({ year = 2000, month = 1 }) end)
try(function() os.time({ year = 2000, day = 1 }) end)
try(function() os.time({ year = true, month = 1, day = 1 }) end)
try(function() os.time(1) end)
print(os.difftime(10, 4), os.difftime(5), os.difftime(5.9, 1.1), os.difftime("7", "2"))
try(function() os.difftime() end)
try(function() os.difftime("x") end)
print(type(os.time()), type(os.clock()), type(os.date()), os.getenv("NO_SUCH_VARIABLE"))
try(function() os.getenv() end)
try(function() os.getenv({}) end)
