-- Patterns: find, match, gmatch, gsub.
local function try(f, ...) print(pcall(f, ...)) end

-- classes, over all bytes
for _, class in ipairs({ "a", "c", "d", "l", "p", "s", "u", "w", "x", "z", "A", "C", "D", "L", "P", "S", "U", "W", "X", "Z" }) do
  local members = {}
  for byte = 0, 255 do
    if string.char(byte):find("%" .. class) then members[#members + 1] = byte end
  end
  print(class, #members, table.concat(members, " "))
end
for _, set in ipairs({ "[a-c]", "[^a-c]", "[]]", "[^]]", "[a-]", "[-a]", "[%a_]", "[^%s]", "[%]]", "[%-x]", "[a-%z]", "[+--]", "[%w-.]", "[.-%w]", "[^^]", "[a^]", "[\1-\31]", "[\128-\255]", "[%%]", "[c-a]" }) do
  local members = {}
  for byte = 1, 255 do
    if string.char(byte):find(set) then members[#members + 1] = byte end
  end
  print(#members, table.concat(members, " "))
end

-- repetition
print(("aaa"):match("a*"), ("aaa"):match("a-"), ("aaa"):match("a+"), ("aaa"):match("a?"), ("aaab"):match("a-b"), ("b"):match("a*b"))
print(("aXb"):match("%u"), ("  x  "):match("^%s*(.-)%s*$"), ("key = value"):match("^(%w+)%s*=%s*(%w+)$"))
print(("aaaa"):match("^(a*)(a*)$"), ("aaaa"):match("^(a-)(a*)$"), ("aaaa"):match("^(a?)(a?)(a+)$"))
print(("abcabc"):find("b", 3), ("abc"):find("b()"), ("abc"):match("()b()"), ("abc"):match("()"), ("abc"):match("()$"))
print(("x = 1"):find("="), ("a*b"):find("*", 1, true), ("a*b"):match("%*"), ("a-b"):match("a%-b"), ("^x"):match("%^x"), ("a^b"):match("a^b"))
print(("a$b"):match("a$b"), ("a$"):match("a$$"), ("$"):match("$"), ("ab"):match("b$"), ("ab"):match("a$"))
print(("hello"):match(".-"), ("hello"):match(".-$"), ("hello"):match("l+"), ("hello"):match("(h)(e)(l)(l)(o)"))
print(("hello"):match("hello", 2), ("hello"):match("ello", 2), ("hello"):match("^ello", 2), ("hello"):match("o", -1), ("hello"):match("", 100))
print(("aaa"):match("^a-a$"), (("a"):rep(50)):match(("a?"):rep(10) .. ("a"):rep(10)))

-- captures
print(("abcd"):match("(a(b)(c(d)))"), ("abc"):match("((((a))))"), ("ab"):match("(a)(b)?"))
print(("aa"):match("(a)%1"), ("abab"):match("(ab)%1"), ("abac"):match("(a)b%1c"), ("[[x]]"):match("(%[%[)(.-)%]%]"), ("a b a"):find("(%a) (%a) %1"))
print(("=="):match("^(=*)%1$"), ("'x' \"y\""):match("(['\"])(.-)%1"), ("abcabc"):match("(.+)%1"))
print((("a"):rep(32)):match(("(a)"):rep(32)))
try(function() return (("a"):rep(33)):match(("(a)"):rep(33)) end)
print(("x"):match("()()()"), ("aXa"):match("()%u%1"))

-- balance and frontier
print(("f(a(b)c)d"):match("%b()"), ("(()"):match("%b()"), ("))(("):match("%b()"), ("[[a]b]"):match("%b[]"), ("xaxbx"):match("%bxx"), ("(x"):match("%b()"))
print(("THE (quick) fox"):find("%f[%a]%a+%f[%A]"), ("THE (quick) fox"):gsub("%f[%a]%a+", "w"), ("x1y"):gsub("%f[%d]", "|"), ("end"):find("%f[%z]"))
print(("aba"):gsub("%f[a]", "<"), (""):find("%f[%z]"), ("a"):find("%f[a]a%f[^a]"))

-- gmatch
for w in ("one two  three"):gmatch("%a+") do print(w) end
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end
for p in ("abc"):gmatch("()") do print(p) end
for m in ("abc"):gmatch("x*") do print("[" .. m .. "]") end
for m in ("^a^a"):gmatch("^a") do print(m) end
for m in (""):gmatch(".-") do print("empty", m) end
print(string.gfind == string.gmatch)
local nextWord = ("a"):gmatch("a")
print(nextWord(), nextWord(), select("#", nextWord()))
try(function() for m in ("x"):gmatch("(") do print(m) end end)
try(function() string.gmatch() end)
try(function() string.gmatch("x") end)
try(function() string.gmatch("x", {}) end)

-- gsub
print(("hello"):gsub("l", "L"), ("hello"):gsub("l", "L", 1), ("hello"):gsub("l", "L", 0), ("hello"):gsub("l", "L", -1))
print(("hello"):gsub("", "-"), ("hello"):gsub(".", "%0%0"), ("hello world"):gsub("(%w+) (%w+)", "%2 %1"), ("abc"):gsub("%w", "%%%0"))
print(("abc"):gsub("b*", "x"), (""):gsub("", "x"), (""):gsub("a*", "x"), ("abc"):gsub("^a", "x"), ("aaa"):gsub("^a", "x"), ("aaa"):gsub("a$", "x"))
print(("abc"):gsub("b", "%"):byte(1, -1))
print(("abc"):gsub("b", "%x"), ("abc"):gsub("b", "%1"), ("abc"):gsub("(b)", "<%1>"), ("abc"):gsub("()b", "%1"), ("abc"):gsub("b", 42))
print(("$name is $age"):gsub("%$(%w+)", { name = "Lua", age = 5 }), ("$x"):gsub("%$(%w+)", {}), ("$x"):gsub("%$(%w+)", { x = false }))
print(("abc"):gsub("%w", function(c) return c:upper() end), ("abc"):gsub("%w", function() end), ("abc"):gsub("%w", function() return false end))
print(("abc"):gsub("(a)(b)", function(...) return select("#", ...) end), ("abc"):gsub("", function(...) return select("#", ...) end))
print(("abc"):gsub("()", function(p) return p end), ("abc"):gsub("%w", setmetatable({}, { __index = function(_, k) return k .. k end })))
print(("x"):gsub(".", { x = "%0" }), ("x"):gsub(".", function() return "%0" end), ("x^y"):gsub("%^", "^"))
print(("hello world"):gsub("o", "0", 1.9), ("hello"):gsub("l", "L", "1"))
print((("x"):rep(1000)):gsub("x", "yy") == ("y"):rep(2000))
try(function() return (("x"):gsub("x", function() return {} end)) end)
try(function() return (("x"):gsub("x", { x = true })) end)
try(function() return (("x"):gsub("x", { x = {} })) end)
try(function() return (("x"):gsub("x", "%2")) end)
try(function() return (("x"):gsub("(x)", "%2")) end)
try(function() return (("x"):gsub("x")) end)
try(function() return (("x"):gsub("x", nil)) end)
try(function() return (("x"):gsub("x", true)) end)
try(function() return (("x"):gsub()) end)
try(function() return (("x"):gsub("x", "y", {})) end)
try(function() return (("x"):gsub("x", function() error("in callback", 0) end)) end)
try(function() return (("x"):gsub("x", function() error("in callback") end)) end)

-- malformed patterns
for _, pattern in ipairs({ "%", "a%", "[", "[]", "[^", "[^]", "[a", "[a-", "[%", "[%]", "(", "(x", "((x)", ")", "x)", "%1", "(%1)", "(x)%2", "%b", "%bx", "%f", "%fx", "%f[", "()%1", "%0", "(x)%0", "%9" }) do
  print(pattern, pcall(string.find, "x", pattern))
  print(pattern, pcall(string.match, "", pattern))
  print(pattern, pcall(string.gsub, "xx", pattern, "y"))
end
print(("y"):find("x["), ("y"):find("x%"))
try(function() ("x"):match("[") end)
try(function() ("x"):match() end)
try(function() ("x"):match({}) end)

-- zero bytes
print(("a\0b"):match("%z"):byte(), ("a\0b"):gsub("%z", "-"), ("a\0b\0c"):find("%z", 3), #("a\0b"):match(".*"), ("ab"):match("a\0b"), ("a"):find("a*\0["))
print(("x\0y"):gsub("[^%z]", "."):byte(1, -1))
