-- The edit distance between words: string.byte, and two rows of numbers.
-- n: how many pairs of words.
local n = tonumber((...)) or 50000

local SYLLABLES = { "ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu" }

local seed = 11
local function word()
  local parts = {}
  for i = 1, 5 + seed % 8 do
    seed = (seed * 3877 + 29573) % 139968
    parts[i] = SYLLABLES[seed % 10 + 1]
  end
  return table.concat(parts)
end

local function distance(a, b)
  local previous, current = {}, {}
  for j = 0, #b do
    previous[j] = j
  end
  for i = 1, #a do
    current[0] = i
    local c = a:byte(i)
    for j = 1, #b do
      local cost = c == b:byte(j) and 0 or 1
      local best = previous[j - 1] + cost
      local deleted, inserted = previous[j] + 1, current[j - 1] + 1
      if deleted < best then
        best = deleted
      end
      if inserted < best then
        best = inserted
      end
      current[j] = best
    end
    previous, current = current, previous
  end
  return previous[#b]
end

local sum, nearest = 0, math.huge
local last = word()
for _ = 1, n do
  local next_word = word()
  local d = distance(last, next_word)
  sum = sum + d
  nearest = math.min(nearest, d)
  last = next_word
end
print("levenshtein", sum, nearest)
