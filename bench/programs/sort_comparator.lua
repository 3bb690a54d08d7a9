-- table.sort by the operator and by functions, over numbers, strings and records.
-- n: the elements of each list.
local n = tonumber((...)) or 170000

local seed = 7
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed % limit
end

local numbers, names, records = {}, {}, {}
for i = 1, n do
  numbers[i] = random(100000)
  names[i] = "name" .. random(1000) .. "-" .. i
  records[i] = { group = random(50), rank = random(1000), serial = i }
end

local function checksum(list, value)
  local sum = 0
  for i = 1, #list do
    sum = (sum + value(list[i]) * (i % 1000)) % 1000003
  end
  return sum
end

table.sort(numbers)
local rising = checksum(numbers, function(x) return x end)

table.sort(numbers, function(a, b) return a > b end)
local falling = checksum(numbers, function(x) return x end)

table.sort(names)
local by_name = checksum(names, function(x) return x:byte(5) + #x end)

table.sort(names, function(a, b)
  if #a ~= #b then
    return #a < #b
  end
  return a < b
end)
local by_length = checksum(names, function(x) return x:byte(5) + #x end)

table.sort(records, function(a, b)
  if a.group ~= b.group then
    return a.group < b.group
  end
  if a.rank ~= b.rank then
    return a.rank > b.rank
  end
  return a.serial < b.serial
end)
local by_fields = checksum(records, function(x) return x.serial end)

print("sort_comparator", rising, falling, by_name, by_length, by_fields)
