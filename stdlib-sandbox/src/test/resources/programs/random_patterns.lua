-- Random patterns against random subjects, a result for each function.
local seed = 2024
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed % limit + 1
end

local PIECES = {
  "a", "b", "c", ".", "x", "1", " ", "%a", "%d", "%s", "%w", "%A", "%D", "%x", "%%", "%.", "%z", "[ab]", "[^a]",
  "[a-c]", "[%a_]", "[^%d%s]", "[]a]", "[^]]", "[a-]", "[%]b]", "(a)", "(.-)", "(%a*)", "()", "%1", "%2", "%b()",
  "%bab", "%f[%a]", "%f[^b]", "%f[%z]", "^", "$", "-", "*",
}
local SUFFIXES = { "", "", "", "*", "+", "-", "?" }
local BROKEN = { "[", "[a", "[^", "[]", "%", "(", ")", "%b", "%bx", "%f", "%fa", "%9", "%0", "(()", "a)", "[%", "[a-", "\0a" }
local LETTERS = { "a", "b", "c", "x", "1", "_", " ", "(", ")", "]", "-", "\0", "a", "b" }

local function pattern()
  local pieces = { random(8) == 1 and "^" or "" }
  for i = 2, random(4) + 1 do
    pieces[i] = PIECES[random(#PIECES)] .. SUFFIXES[random(#SUFFIXES)]
  end
  if random(10) == 1 then
    pieces[#pieces + 1] = "$"
  end
  if random(12) == 1 then
    table.insert(pieces, random(#pieces), BROKEN[random(#BROKEN)])
  end
  return table.concat(pieces)
end

local function subject()
  local letters = {}
  for i = 1, random(14) - 1 do
    letters[i] = LETTERS[random(#LETTERS)]
  end
  return table.concat(letters)
end

local function all(s, p)
  local found = {}
  for a, b in s:gmatch(p) do
    found[#found + 1] = tostring(a) .. ":" .. tostring(b)
    if #found == 20 then
      break
    end
  end
  return table.concat(found, ";")
end

-- Without the zero bytes, at which the reference implementation stops printing.
local function show(...)
  local shown = {}
  for i = 1, select("#", ...) do
    shown[i] = tostring((select(i, ...))):gsub("%z", "0")
  end
  print(table.concat(shown, "\t"))
end

for _ = 1, 4000 do
  local p, s = pattern(), subject()
  show(p, s)
  show(pcall(string.find, s, p))
  show(pcall(string.match, s, p, random(4) - 2))
  show(pcall(string.gsub, s, p, "<%0>"))
  show(pcall(string.gsub, s, p, "%1", random(3)))
  show(pcall(all, s, p))
end
