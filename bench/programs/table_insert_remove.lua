-- Lists as stacks, queues and sequences that change in the middle.
-- n: how many operations of each kind.
local n = tonumber((...)) or 1500000

local insert, remove = table.insert, table.remove

-- A stack.
local stack, popped = {}, 0
for i = 1, n do
  insert(stack, i)
  if i % 3 == 0 then
    popped = (popped + remove(stack) + remove(stack)) % 1000003
  end
end

-- A stack by the length operator.
local list, dropped = {}, 0
for i = 1, n do
  list[#list + 1] = i
  if i % 2 == 0 then
    dropped = (dropped + list[#list]) % 1000003
    list[#list] = nil
  end
end

-- A short queue by shifting.
local queue, served = {}, 0
for i = 1, n / 4 do
  insert(queue, i)
  if #queue > 60 then
    served = (served + remove(queue, 1) * i) % 1000003
  end
end

-- A sequence that changes in the middle.
local sequence, moved = {}, 0
for i = 1, n / 8 do
  insert(sequence, math.floor(#sequence / 2) + 1, i)
  if #sequence > 120 then
    moved = (moved + remove(sequence, i % 100 + 1) * (i % 10)) % 1000003
  end
end

-- A long list, to which elements are added in front.
local front = {}
for i = 1, n / 200 do
  insert(front, 1, i)
end

-- A queue by two indexes.
local first, last, waiting, passed = 1, 0, {}, 0
for i = 1, n do
  last = last + 1
  waiting[last] = i
  if i % 4 ~= 0 then
    passed = (passed + waiting[first]) % 1000003
    waiting[first] = nil
    first = first + 1
  end
end

print("table_insert_remove", #stack, popped, #list, dropped, served, moved, #front, front[1], last - first, passed)
