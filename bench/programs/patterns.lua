-- Searches and replaces in generated text with Lua's patterns.
-- n: the lines of the text.
local n = tonumber((...)) or 70000

local lines = {}
for i = 1, n do
  lines[i] = ("user%d@host-%d.example.org  GET /path/%d/index.html?id=%d  [%d ms]  \"agent/%d.%d\"")
    :format(i, i % 17, i * 7 % 1000, i * 31, i % 113, i % 5, i % 9)
end
local text = table.concat(lines, "\n")

-- Captures of each line.
local slow, sum = 0, 0
for user, host, path, took in text:gmatch("(%w+)@([%w%-%.]+)%s+GET%s+(%S+)%s+%[(%d+) ms%]") do
  sum = (sum + #user + #host * 3 + #path * 5) % 1000003
  if tonumber(took) > 100 then
    slow = slow + 1
  end
end

-- All words, by single characters of a class.
local words, letters = 0, 0
for word in text:gmatch("%a+") do
  words = words + 1
  letters = letters + #word
end

-- Replacement by a string, a template, a table and a function.
local spaced, spaces = text:gsub("%s+", " ")
local quoted, numbers = text:gsub("%d+", "<%0>")
local swapped, pairs_swapped = text:gsub("(%w+)/(%w+)", "%2/%1")
local filled, holes = ("$a and $b, $c "):rep(n):gsub("%$(%w)", { a = "one", b = "two" })
local doubled, doubles = text:gsub("id=(%d+)", function(id)
  return "id=" .. id * 2
end)

-- Searching: plain, with a pattern, from a position on, anchored.
local found, at = 0, 1
while true do
  local first, last = text:find("index.html", at, true)
  if not first then
    break
  end
  found = found + 1
  at = last + 1
end
local quotes, from = 0, 1
while true do
  local first, last = text:find('".-"', from)
  if not first then
    break
  end
  quotes = quotes + last - first
  from = last + 1
end
local keys = 0
for _, line in ipairs(lines) do
  local key, value = line:match("^(user)(%d+)")
  keys = (keys + #key + value) % 1000003
  if line:find("[?&]id=%d*7%D") then
    keys = keys + 1
  end
end

-- Trimming.
local trimmed = 0
for i = 1, n do
  trimmed = trimmed + #((" "):rep(i % 9) .. lines[i] .. "  "):match("^%s*(.-)%s*$")
end

print("patterns", sum, slow, words, letters, keys, trimmed, found, quotes)
print("patterns", #spaced, spaces, #quoted, numbers, #swapped, pairs_swapped, #filled, holes, #doubled, doubles)
