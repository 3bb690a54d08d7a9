-- Counts the words of a text and lists the most frequent: gmatch, lower, a table by word, sort.
-- n: the words of the text.
local n = tonumber((...)) or 3000000

local STEMS = { "Build", "layer", "cache", "the", "a", "Image", "run", "copy", "and", "mount", "of", "State" }

local seed = 3
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed % limit
end

local words = {}
for i = 1, n do
  local word = STEMS[random(#STEMS) + 1]
  local ending = random(40)
  words[i] = ending < 20 and word or word .. ending
end
local text = table.concat(words, " "):gsub("e ", "e, ")

local counts, distinct = {}, {}
for word in text:gmatch("%w+") do
  word = word:lower()
  local count = counts[word]
  if not count then
    distinct[#distinct + 1] = word
    count = 0
  end
  counts[word] = count + 1
end
table.sort(distinct, function(a, b)
  return counts[a] > counts[b] or counts[a] == counts[b] and a < b
end)
for i = 1, math.min(3, #distinct) do
  print("word_count", distinct[i], counts[distinct[i]])
end
print("word_count", #distinct, #text)
