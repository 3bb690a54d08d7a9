-- table.sort: the same order of comparisons as the reference implementation.
local function try(f, ...) print(pcall(f, ...)) end
local seed = 42
local function random(n) seed = (seed * 16807) % 2147483647 return seed % n + 1 end

for _, size in ipairs({ 0, 1, 2, 3, 4, 5, 10, 50, 200 }) do
  for _, range in ipairs({ 3, 1000 }) do
    local t = {}
    for i = 1, size do t[i] = random(range) end
    local copy = { unpack(t) }
    table.sort(t)
    print(size, range, table.concat(t, " "))
    table.sort(copy, function(a, b) return a > b end)
    print(size, range, table.concat(copy, " "))
  end
end

-- not stable, but the same order everywhere
local records = {}
for i = 1, 60 do records[i] = { key = random(5), id = i } end
local comparisons = 0
table.sort(records, function(a, b) comparisons = comparisons + 1 return a.key < b.key end)
local ids = {}
for i, r in ipairs(records) do ids[i] = r.key .. ":" .. r.id end
print(comparisons, table.concat(ids, " "))

-- every pair that is compared
local trace = {}
local t = { 5, 2, 8, 1, 9, 3, 7, 4, 6, 10 }
table.sort(t, function(a, b) trace[#trace + 1] = a .. "<" .. b return a < b end)
print(table.concat(t, " "), table.concat(trace, " "))

local words = { "pear", "Apple", "fig", "banana", "", "fig\0", "Zoo" }
table.sort(words)
for i, w in ipairs(words) do print(i, #w, (w:gsub("%z", "0"))) end
print(select("#", table.sort({ 2, 1 })))

-- orders that contradict themselves
for size = 1, 12 do
  local t = {}
  for i = 1, size do t[i] = i end
  print(size, pcall(table.sort, t, function() return true end))
  print(size, pcall(table.sort, t, function(a, b) return a <= b end), table.concat(t, " "))
end
for _, always in ipairs({ "nil", "false" }) do
  local t = { 3, 1, 2 }
  table.sort(t, loadstring("return " .. always))
  print(table.concat(t, " "))
end
local same = {}
for i = 1, 20 do same[i] = 1 end
try(function() table.sort(same, function(a, b) return a <= b end) end)

-- what can't be compared
local objects = { setmetatable({ n = 2 }, nil), { n = 1 } }
local order = { __lt = function(a, b) return a.n < b.n end }
setmetatable(objects[1], order) setmetatable(objects[2], order)
table.sort(objects)
print(objects[1].n, objects[2].n)
try(function() table.sort({ 1, 2, 3 }, function() error("compare", 0) end) end)
try(function() table.sort({ 1, 2, 3 }, 1) end)
try(function() table.sort({}, {}) end)
try(function() table.sort() end)
try(function() table.sort(nil) end)
try(table.sort, { 1, "x" })
try(table.sort, { {}, {} })
try(table.sort, { true, false, true })
try(table.sort, { 1, 2, nil, 4 }, function(a, b) return (a or 0) < (b or 0) end)
local nan = { 3, 0/0, 1, 2 }
print(pcall(table.sort, nan), #nan)
