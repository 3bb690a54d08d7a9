-- string.format writes what C's printf writes.
local function try(f, ...) print(pcall(f, ...)) end
local function show(format, ...) print(format, pcall(string.format, format, ...)) end

show("plain") show("%%") show("100%%!") show("")
local flags = { "", "-", "+", " ", "0", "#", "-+", "+0", " 0", "-0", "+ ", "#0", "-#", "+#0" }
local widths = { "", "1", "5", "12", ".0", ".", ".1", ".3", "8.3", "12.10", "5.0" }
local integers = { 0, 1, -1, 42, -42, 123456, -123456, 2^31, -2^31, 2^53, 3.99, -3.99 }
local zero = tonumber("0")
local reals = { 0, -zero, 1, -1, 0.5, -0.5, 1.5, 2.5, 0.1, 1/3, -2/3, 123.456, 1e10, 1e15, 123456789, 1e-5, 0.0001, 1e100, 9.9999999, 99999.95, 0.05 }
for _, flag in ipairs(flags) do
  for _, width in ipairs(widths) do
    for _, conversion in ipairs({ "d", "i", "u", "o", "x", "X" }) do
      local f = "%" .. flag .. width .. conversion
      local line = {}
      for _, n in ipairs(integers) do line[#line + 1] = "[" .. f:format(n) .. "]" end
      print(f, table.concat(line))
    end
    for _, conversion in ipairs({ "e", "E", "f", "g", "G" }) do
      local f = "%" .. flag .. width .. conversion
      local line = {}
      for _, n in ipairs(reals) do line[#line + 1] = "[" .. f:format(n) .. "]" end
      line[#line + 1] = "[" .. f:format(1/0) .. "][" .. f:format(-1/0) .. "][" .. f:format(0/0) .. "]"
      print(f, table.concat(line))
    end
    for _, conversion in ipairs({ "s", "c" }) do
      local f = "%" .. flag .. width .. conversion
      print(f, "[" .. f:format(65) .. "][" .. f:format("48") .. "]")
    end
  end
end

show("%d %x", 2^63, 2^63) show("%d", 1e300) show("%d", -1e300) show("%d", 0/0) show("%d", 1/0)
show("%x", -1) show("%x", -2^63) show("%u", 2^64) show("%u", 1e300) show("%o", 0/0) show("%X", 255) show("%#x", 0) show("%#o", 0) show("%#.0o", 0)
show("%.14g", 0.1) show("%.17g", 0.1) show("%.20f", 0.1) show("%.99f", 1/3) show("%.0f", 0.5) show("%.0f", 1.5) show("%.0f", 2.5) show("%f", 1e308) show("%f", 2^-1074) show("%.3e", 2^-1074)
show("%g", 100000) show("%g", 1000000) show("%g", 0.0001) show("%g", 0.00001) show("%#g", 1) show("%#.3g", 1) show("%.0g", 123) show("%g", 123456.5) show("%g", 999999.5) show("%G", 1e-10)
show("%e", 0) show("%.0e", 15000) show("%#.0e", 1) show("%E", 12345.678) show("%10.2e|", 5) show("%-12.3f|", 5) show("%012.3f|", -5) show("%+.2f", 0)
show("%5.1f|%-8s|%3d", 3.14159, "ab", 7)
show("%s %s %s", 1, "two", 3.5) show("%10s|", "hi") show("%-10s|", "hi") show("%.2s|", "hello") show("%10.2s|", "hello") show("%.0s|", "hello") show("%.s|", "hello") show("%.20s|", "hello")
show("%s", ("x"):rep(99)) show("%99s", ("x"):rep(100)) show("%99s|", ("x"):rep(50)) show("%.99s|", ("x"):rep(200)) show("%5s|", ("x"):rep(120))
print(#string.format("%s", "a\0b"), #string.format("%s", ("x"):rep(99) .. "\0" .. "y"), #string.format("%.5s", "a\0b"), #string.format("%5s", "\0"))
show("%c%c%c", 76, 117, 97) show("%c", 256 + 65) show("%c", -1) show("%c", 65.9)
print(#string.format("%c", 0), #string.format("%5c", 0), #string.format("%-5c", 0), #string.format("a%cb", 0), string.format("%c", 2^40) == "")
show("%q", "plain") show("%q", 'a "quote" and \\') show("%q", "line\nbreak") show("%q", "\r\0\t\1") show("%q", "") show("%q", 12) show("%10q", "x") show("%q", "\200\255")
print(loadstring("return " .. string.format("%q", "a\0b\r\n\"\\c"))() == "a\0b\r\n\"\\c")
show("%5%") show("%") show("%", 1) show("%y", 1) show("%Q", 1) show("%d") show("%d", "x") show("%d", {}) show("%d", "10") show("%s") show("%s", nil) show("%s", {}) show("%s", true) show("%c", "x") show("%q") show("%q", {}) show("%f", "y") show("%x", nil)
show("%123d", 1) show("%1.123d", 1) show("%.123f", 1) show("%------d", 1) show("%-----d", 1) show("%+ #0-d", 1) show("%+ #0-+d", 1) show("%ld", 1) show("%hd", 1) show("%Lf", 1) show("%n", 1) show("%p", 1) show("%*d", 1, 2) show("%a", 1) show("%l", 1) show("%5", 1)
show("%d %d", 1) show("%d", 1, 2, 3) show("%%%d%%", 5) show("%s%s", "a") show("%.d", 0) show("%.0d", 0) show("%+.0d", 0) show("%5.0d|", 0) show("%#.0x|", 0)
try(function() string.format() end)
try(function() string.format({}) end)
try(function() ("%d"):format() end)
try(function() ("%d"):format("x") end)
try(function() ("%y"):format(1) end)
print(("%d items"):format("3"), ("%s"):format(1e100), ("%s"):format(-zero), ("%5.2s|"):format("abc"))
