--- a hundred thousand parentheses --> 1: :1: chunk has too many syntax levels|script.lua:1:.*(levels|overflow)
assert(loadstring("return " .. ("("):rep(1e5) .. "1" .. (")"):rep(1e5)))
--- a hundred thousand tables --> 1: (levels|overflow)
assert(loadstring("return " .. ("{"):rep(1e5) .. ("}"):rep(1e5)))
--- a hundred thousand functions --> 1: (levels|overflow)
assert(loadstring(("return function() "):rep(1e5) .. ("end "):rep(1e5)))
--- a hundred thousand ifs --> 1: (levels|overflow)
assert(loadstring(("if x then "):rep(1e5) .. ("end "):rep(1e5)))
--- a hundred thousand whiles --> 1: (levels|overflow)
assert(loadstring(("while x do "):rep(1e5) .. ("end "):rep(1e5)))
--- a hundred thousand fors --> 1: (levels|overflow)
assert(loadstring(("for i = 1, 2 do "):rep(1e5) .. ("end "):rep(1e5)))
--- a hundred thousand repeats --> 1: (levels|overflow)
assert(loadstring(("repeat "):rep(1e5) .. ("until x "):rep(1e5)))
--- a hundred thousand blocks --> 1: (levels|overflow)
assert(loadstring(("do "):rep(1e5) .. ("end "):rep(1e5)))
--- a hundred thousand minuses --> 1: (levels|overflow)
assert(loadstring("return " .. ("- "):rep(1e5) .. "1"))
--- a hundred thousand nots --> 1: (levels|overflow)
assert(loadstring("return " .. ("not "):rep(1e5) .. "1"))
--- a hundred thousand lengths --> 1: (levels|overflow)
assert(loadstring("return " .. ("#"):rep(1e5) .. "x"))
--- a hundred thousand strings that are joined --> 1: (levels|overflow)
assert(loadstring("return a" .. ("..a"):rep(1e5)))
--- a hundred thousand powers --> 1: (levels|overflow)
assert(loadstring("return 2" .. ("^2"):rep(1e5)))
--- a hundred thousand sums are no nesting --> 0 --max-memory=1g: 100001
print(loadstring("return 1" .. ("+1"):rep(1e5))())
--- a hundred thousand ands are no nesting --> 0 --max-memory=1g: 1
print(loadstring("return 1" .. (" and 1"):rep(1e5))())
--- a hundred thousand comparisons --> 1 --max-memory=1g: attempt to compare|true
print(loadstring("return 1" .. ("==1"):rep(1e5))())
error("true")
--- a hundred thousand indices --> 1 --max-memory=1g: attempt to index
loadstring("return a" .. ("[1]"):rep(1e5))()
--- a hundred thousand fields --> 1 --max-memory=1g: attempt to index
loadstring("return a" .. (".a"):rep(1e5))()
--- a hundred thousand calls --> 1 --max-memory=1g: attempt to call
loadstring("return a" .. ("()"):rep(1e5))()
--- a hundred thousand methods --> 1 --max-memory=1g: attempt to index
loadstring("return a" .. (":a()"):rep(1e5))()
--- a hundred thousand indices within each other --> 1: (levels|overflow)
assert(loadstring("return " .. ("a["):rep(1e5) .. "1" .. ("]"):rep(1e5)))
--- a hundred thousand calls within each other --> 1: (levels|overflow)
assert(loadstring("return " .. ("a("):rep(1e5) .. "1" .. (")"):rep(1e5)))
--- a hundred thousand else-ifs --> 1 --max-memory=1g: (levels|overflow|too (many|large|long))|done
assert(loadstring("if x then " .. ("elseif x then "):rep(1e5) .. "end"))
error("done")
--- a hundred thousand statements --> 3: the script used more than
x = 0
loadstring(("x = x + 1 "):rep(1e5))()
print(x)
--- a hundred thousand semicolons --> 1: unexpected symbol near ';'
assert(loadstring((";"):rep(1e5)))
--- 201 locals --> 1: main function has more than 200 local variables
assert(loadstring(("local x "):rep(201)))
--- a million locals --> 3: the script used more than
assert(loadstring(("local x "):rep(1e6)))
--- a million locals in one statement --> 3: the script used more than
assert(loadstring("local x" .. (",x"):rep(1e6)))
--- a million parameters --> 3: the script used more than
assert(loadstring("return function(x" .. (",x"):rep(1e6) .. ") end"))
--- a million targets --> 3: the script used more than
assert(loadstring("x" .. (",x"):rep(1e6) .. " = 1"))
--- a million values --> 3: the script used more than
assert(loadstring("x = 1" .. (",1"):rep(1e6)))
error("done")
--- a million arguments --> 3: the script used more than
assert(loadstring("f(1" .. (",1"):rep(1e6) .. ")"))
--- 61 variables of outer functions --> 1: function at line 1 has more than 60 upvalues
local names = {}
for i = 1, 61 do names[i] = "v" .. i end
local all = table.concat(names, ",")
assert(loadstring("local " .. all .. " return function() return " .. all .. " end"))
--- seventy thousand constants --> 0 --max-memory=1g: 70000
local parts = {}
for i = 1, 70000 do parts[i] = "x = " .. i .. " " end
loadstring(table.concat(parts))()
print(x)
--- seventy thousand names --> 0 --max-memory=1g: 70000
local parts = {}
for i = 1, 70000 do parts[i] = "x" .. i .. " = " .. i .. " " end
loadstring(table.concat(parts))()
print(x70000)
--- three hundred thousand constants --> 3: the script used more than
local parts = {}
for i = 1, 300000 do parts[i] = "x = " .. i .. " " end
assert(loadstring(table.concat(parts)))
error("done")
--- a jump over three hundred thousand statements --> 3: the script used more than
assert(loadstring("while x do " .. ("x = y "):rep(3e5) .. "end"))
error("done")
--- a constructor of a million --> 3: the script used more than
print(#loadstring("return {" .. ("1,"):rep(1e6) .. "}")())
--- a constructor of a hundred thousand names --> 3: the script used more than
local parts = {}
for i = 1, 1e5 do parts[i] = "x" .. i .. "=" .. i end
print(loadstring("return {" .. table.concat(parts, ",") .. "}")().x100000)
--- one line of ten million bytes --> 3: the script used more than
print(#loadstring("return '" .. ("x"):rep(1e7) .. "'")())
--- one number of a million digits --> 0: inf
print(loadstring("return 1" .. ("0"):rep(1e6))())
--- one number of a million digits behind the point --> 0: 0
print(loadstring("return 0." .. ("0"):rep(1e6) .. "1")())
--- one name of a million letters --> 0: nil
print(loadstring("return " .. ("x"):rep(1e6))())
--- one comment of ten million bytes --> 3: the script used more than
print(loadstring("--" .. ("x"):rep(1e7))())
--- ten million empty lines --> 3: the script used more than
assert(loadstring(("\n"):rep(1e7) .. "x"))
--- a source of a hundred million bytes --> 3: the script (used|made a string of) more than
assert(loadstring(("x = 1\n"):rep(1.6e7)))
--- a NUL --> 1: unexpected symbol
assert(loadstring("x = 1 \0 y = 2"))
--- a NUL in a string --> 0: 3
print(#loadstring("return 'a\0b'")())
--- a byte-order mark --> 1: unexpected symbol near
assert(loadstring("\239\187\191return 1"))
--- CRLF --> 0: 3
print(loadstring("return 1\r\n +\n\r2")())
--- what is not UTF-8 in a string --> 0: 2
print(#loadstring("return '\255\192'")())
--- what is not UTF-8 outside --> 1: unexpected symbol near|near
assert(loadstring("\255\192 = 1"))
--- a binary chunk --> 1: binary chunk can't be loaded
assert(loadstring("\27LuaQ\0\1\4\4\4\8\0"))
--- a binary chunk by load --> 1: binary chunk can't be loaded
local done
assert(load(function() if not done then done = true return "\27LuaQ" end end))
--- a binary chunk by load, byte by byte --> 1: binary chunk can't be loaded
local i, s = 0, "\27LuaQ"
assert(load(function() i = i + 1 return s:sub(i, i) end))
--- an unfinished string --> 1: unfinished string near
assert(loadstring("return 'x"))
--- an unfinished long string --> 1: unfinished long string near
assert(loadstring("return [[x" .. ("x"):rep(1e6)))
--- an unfinished long comment --> 1: unfinished long comment near
assert(loadstring("--[==[" .. ("x"):rep(1e6)))
--- a long bracket of a million signs --> 0: 1
local level = ("="):rep(1e6)
print(#loadstring("return [" .. level .. "[x]" .. level .. "]")())
--- long brackets that do not close --> 1: unfinished long string
assert(loadstring("return [==[" .. ("]="):rep(1e6)))
--- an escape that is too large --> 1: escape sequence too large
assert(loadstring("return '\\999'"))
--- a malformed number --> 1: malformed number near
assert(loadstring("return 1" .. ("."):rep(1e5)))
--- a malformed number of hexadecimal digits --> 1: malformed number near
assert(loadstring("return 0x" .. ("g"):rep(1e5)))
--- what is not a chunk's reader --> 1: reader function must return a string
assert(load(function() return {} end))
--- a chunk's name of a megabyte --> 1: near
assert(loadstring("x x", "=" .. ("n"):rep(1e6)))
--- a chunk's name with lines --> 1: near
assert(loadstring("x x", "@a\nb\27[2Jc"))
--- ambiguous calls --> 1: ambiguous syntax
assert(loadstring("f\n()"))
--- break outside of a loop --> 1: no loop to break
assert(loadstring("break"))
--- varargs outside of a vararg function --> 1: cannot use '...' outside a vararg function
assert(loadstring("function f() return ... end"))
--- errors of syntax, a hundred thousand times --> 3: the script (ran|used) more than
while true do loadstring("x x") end
--- a string with many lines in an error --> 1: near
assert(loadstring("return " .. ("'x' "):rep(1e5)))
--- the script itself: parentheses --> 1: .*(levels|overflow|expected)
return ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
--- the script itself is larger than it may be --> 3 --max-source=10: script.lua: the script is larger than 10 bytes
return 1234567
--- a first line with a hash --> 0: 1
#!/usr/bin/luakit
print(1)
--- a chunk whose tokens would fill a small heap --> 3 eval --max-memory=1g --max-instructions=10g: the script (ran|used) more
local p = {}
for i = 1, 2e5 do p[i] = "k" .. i .. "=" .. i end
p = "return {" .. table.concat(p, ",") .. "}"
while true do loadstring(p) end
