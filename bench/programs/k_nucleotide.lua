-- Counts the words of one to six letters in a random DNA sequence: string.sub, and tables by string.
-- n: the letters of the sequence.
local n = tonumber((...)) or 2000000

local seed = 42
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed * limit / 139968
end

local LETTERS = "acgtaacc"
local letters = {}
for i = 1, n do
  local at = math.floor(random(#LETTERS)) + 1
  letters[i] = LETTERS:sub(at, at)
end
local sequence = table.concat(letters)

local function frequencies(length)
  local counts = {}
  for i = 1, #sequence - length + 1 do
    local word = sequence:sub(i, i + length - 1)
    counts[word] = (counts[word] or 0) + 1
  end
  return counts
end

for length = 1, 6 do
  local counts = frequencies(length)
  local words = {}
  for word in pairs(counts) do
    words[#words + 1] = word
  end
  table.sort(words, function(a, b)
    if counts[a] ~= counts[b] then
      return counts[a] > counts[b]
    end
    return a < b
  end)
  print("k_nucleotide", length, #words, words[1], counts[words[1]], words[#words], counts[words[#words]])
end
