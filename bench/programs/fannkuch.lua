-- How many prefix reversals a permutation takes until its first element is 1, for all permutations.
-- n: the elements of a permutation.
local n = tonumber((...)) or 9

local function reverse_prefix(list, length)
  local low, high = 1, length
  while low < high do
    list[low], list[high] = list[high], list[low]
    low, high = low + 1, high - 1
  end
end

local function reversals(permutation)
  local work = {}
  for i = 1, n do
    work[i] = permutation[i]
  end
  local count = 0
  local first = work[1]
  while first ~= 1 do
    reverse_prefix(work, first)
    count = count + 1
    first = work[1]
  end
  return count
end

-- Heap's algorithm: each permutation is its predecessor with two elements exchanged.
local function search()
  local permutation, turns = {}, {}
  for i = 1, n do
    permutation[i], turns[i] = i, 0
  end
  local most, checksum, sign = reversals(permutation), 0, -1
  local i = 2
  while i <= n do
    if turns[i] < i - 1 then
      local other = i % 2 == 1 and 1 or turns[i] + 1
      permutation[other], permutation[i] = permutation[i], permutation[other]
      local count = reversals(permutation)
      if count > most then
        most = count
      end
      checksum = checksum + sign * count
      sign = -sign
      turns[i] = turns[i] + 1
      i = 2
    else
      turns[i] = 0
      i = i + 1
    end
  end
  return most, checksum
end

for _ = 1, 3 do
  print("fannkuch", search())
end
