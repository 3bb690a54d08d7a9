-- All permutations of a list, by a recursive function that yields them from a coroutine.
-- n: the elements of the list.
local n = tonumber((...)) or 10

local function permute(list, count)
  if count <= 1 then
    coroutine.yield(list)
    return
  end
  for i = 1, count do
    list[i], list[count] = list[count], list[i]
    permute(list, count - 1)
    list[i], list[count] = list[count], list[i]
  end
end

local function permutations(list)
  return coroutine.wrap(function()
    permute(list, #list)
  end)
end

local list = {}
for i = 1, n do
  list[i] = i
end
local count, sum = 0, 0
for permutation in permutations(list) do
  count = count + 1
  sum = (sum * 7 + permutation[1] * 10 + permutation[n]) % 1000003
end
print("permutations", count, sum)
