--- what may be there, fifty times --> 3 --max-pattern-steps=1m: a pattern took more than 1000000 steps
return ("a"):rep(50):find(("a?"):rep(50) .. ("a"):rep(50))
--- what may be there, within the instructions --> 3: (a pattern took|the script ran) more than
return ("a"):rep(50):find(("a?"):rep(50) .. ("a"):rep(50))
--- many stars --> 3 --max-pattern-steps=1m: a pattern took more than
return ("a"):rep(100):find((".*"):rep(20) .. "b")
--- many stars of a megabyte --> 3 --max-pattern-steps=1m: a pattern took more than
return ("a"):rep(1e6):find(".*.*b")
--- many minuses --> 3 --max-pattern-steps=1m: a pattern took more than
return ("a"):rep(100):find((".-"):rep(20) .. "b")
--- captures of captures --> 3 --max-pattern-steps=1m: a pattern took more than
return ("a"):rep(1000):match("(.-)(.-)(.-)(.-)(.-)b")
--- a star behind captures is a star --> 0: nil
print(("a"):rep(100):match("((.-)*)b"))
--- gsub with stars --> 3 --max-pattern-steps=1m: a pattern took more than
return ("a"):rep(1e4):gsub(".-.-b", "")
--- gmatch with stars --> 3 --max-pattern-steps=1m: a pattern took more than
for x in ("a"):rep(1e4):gmatch(".-.-b") do end
--- repetitions of a capture --> 3: (a pattern took|the script ran) more than
return ("a"):rep(1e5):match("(.*)%1%1%1b")
--- brackets that do not close, of a megabyte --> 3: (a pattern took|the script ran) more than
return ("("):rep(1e6):find("%b()")
--- brackets that close --> 0: 1	1000000
print((("("):rep(5e5) .. (")"):rep(5e5)):find("%b()"))
--- frontiers of a megabyte --> 0: nil
print(("a"):rep(1e6):find("%f[b]"))
--- frontiers with sets --> 0: nil
print((" a"):rep(5e5):find("%f[%d]%f[^%d]"))
--- a set of a megabyte --> 3: (the script (used|ran)|a pattern took) more than
local set = "[" .. ("a-z%d"):rep(2e5) .. "]"
return ("."):rep(1e6):find(set .. set .. set)
--- 33 captures --> 1: too many captures
return ("a"):find(("()"):rep(33))
--- 32 captures --> 0: 34
print(select("#", ("a"):find(("()"):rep(32))))
--- a malformed set --> 1: malformed pattern \(missing ']'\)
return ("a"):find("[")
--- a malformed set with a hat --> 1: malformed pattern \(missing ']'\)
return ("a"):find("[^")
--- a malformed set with a percent sign --> 1: malformed pattern
return ("a"):find("[%")
--- a malformed set with a range --> 1: malformed pattern
return ("a"):find("[a-")
--- a percent sign at the end --> 1: malformed pattern \(ends with '%'\)
return ("a"):find("%")
--- %b at the end --> 1: (unbalanced|malformed) pattern
return ("a"):find("%b")
--- %b with one character --> 1: (unbalanced|malformed) pattern
return ("a"):find("%bx")
--- %f without a set --> 1: missing '\['.* after '%f' in pattern
return ("a"):find("%f")
--- a capture that does not close --> 1: unfinished capture
return ("a"):find("(a")
--- a capture that was not opened --> 0: .*
return ("a"):find("a)")
--- a capture that does not exist --> 1: invalid capture index
return ("a"):find("%1")
--- a capture within itself --> 1: invalid capture index
return ("a"):find("(%1)")
--- a capture of the replacement that does not exist --> 1: invalid capture index
return ("a"):gsub("a", "%9")
--- a replacement that ends with a percent sign --> 0: .*
print(("a"):gsub("a", "%"))
--- a replacement of a wrong type --> 1: string/function/table expected
return ("a"):gsub("a", true)
--- a replacement by a table of a wrong type --> 1: invalid replacement value \(a table\)
return ("a"):gsub("a", { a = {} })
--- a replacement by a function of a wrong type --> 1: invalid replacement value
return ("a"):gsub("a", function() return print end)
--- gsub as often as infinity --> 0: b	1
print(("a"):gsub("a", "b", math.huge))
--- gsub as often as NaN --> 0: .*
print(("a"):gsub("a", "b", 0/0))
--- gsub less than never --> 0: a	0
print(("a"):gsub("a", "b", -1))
--- gsub with an anchor in a long string --> 0: 1
print(select(2, ("a"):rep(1e6):gsub("^a", "b")))
--- gmatch with an anchor --> 0 --max-instructions=100m: 0
local n = 0
for x in ("a"):rep(1e6):gmatch("^a") do n = n + 1 end
print(n)
--- find from a place far away --> 0: nil
print(("a"):find("a", 2^60))
--- find from minus infinity --> 0: 1	1
print(("a"):find("a", -1/0))
--- find from NaN --> 0: .*
print(("a"):find("a", 0/0))
--- find of what is long in what is longer --> 3: the script ran more than
local s = ("a"):rep(1e6)
return s:find(("a"):rep(5e5) .. "b", 1, true)
--- find of what is long in what is longer, as a pattern --> 3: (a pattern took|the script ran) more than
local s = ("a"):rep(1e6)
return s:find(("a"):rep(5e5) .. "b")
--- find of a short string, again and again --> 3: the script ran more than
local s = ("a"):rep(1e7)
while true do s:find("b", 1, true) end
--- find of a nearly equal string --> 3: the script ran more than
local s = ("a"):rep(1e6)
while true do s:find("aaaaaaab", 1, true) end
--- a pattern of a megabyte --> 0: 1	100000
print(("a"):rep(1e5):find(("a"):rep(1e5)))
--- a pattern of many items --> 0: 1	100000
print(("a"):rep(1e5):find(("%a"):rep(1e5)))
--- patterns in a loop --> 3: the script ran more than
while true do ("abc"):find("%a+%d*") end
--- gsub that matches nothing --> 0: 1000001
print(select(2, ("a"):rep(1e6):gsub("", "")))
--- a position as a capture in the replacement --> 0: 1	1
print(("a"):gsub("()a", "%1"))
--- gmatch over itself --> 3: (a pattern took|the script ran) more than
local s = ("a"):rep(1000)
for a in s:gmatch("a") do for b in s:gmatch("a") do for c in s:gmatch("a") do end end end
--- a pattern with a zero --> 0: .*
print(("a\0b"):find("\0"))
--- classes of every character --> 0: done
for c = 0, 255 do
  pcall(string.find, "a", "%" .. string.char(c))
  pcall(string.find, "a", "[" .. string.char(c) .. "]")
  pcall(string.find, "a", "[%" .. string.char(c) .. "-" .. string.char(255 - c) .. "]")
end
print("done")
