-- Sorts random numbers in place in an array.
-- n: how many.
local n = tonumber((...)) or 950000

local seed = 42
local function random()
  seed = (seed * 3877 + 29573) % 139968
  return seed / 139968
end

local function sift_down(heap, root, last)
  local value = heap[root]
  while true do
    local child = root * 2
    if child > last then
      break
    end
    if child < last and heap[child] < heap[child + 1] then
      child = child + 1
    end
    if value >= heap[child] then
      break
    end
    heap[root] = heap[child]
    root = child
  end
  heap[root] = value
end

local numbers = {}
for i = 1, n do
  numbers[i] = random()
end
for root = math.floor(n / 2), 1, -1 do
  sift_down(numbers, root, n)
end
for last = n, 2, -1 do
  numbers[1], numbers[last] = numbers[last], numbers[1]
  sift_down(numbers, 1, last - 1)
end

local sum = 0
for i = 1, n do
  assert(i == 1 or numbers[i - 1] <= numbers[i])
  sum = (sum + math.floor(numbers[i] * 139968) * (i % 100)) % 1000000007
end
print("heap_sort", sum)
