-- table.insert and table.remove at random places of lists that were filled in several ways.
local seed = 99
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed % limit + 1
end

local function show(list)
  local shown = {}
  for i = 1, #list do
    shown[i] = tostring(list[i])
  end
  print(#list, table.concat(shown, " "))
end

local function rising(n)
  local list = {}
  for i = 1, n do
    list[i] = i
  end
  return list
end

local function falling(n)
  local list = {}
  for i = n, 1, -1 do
    list[i] = i
  end
  return list
end

local function mixed(n)
  local list = { name = "mixed", [2.5] = "fraction", [-1] = "negative", [0] = "zero" }
  for i = 1, n do
    list[i] = i
  end
  return list
end

local function change(list)
  for i = 1, 60 do
    local action = random(6)
    if action <= 2 then
      table.insert(list, i * 100)
    elseif action <= 4 then
      table.insert(list, random(#list + 1), i * 100)
    elseif action == 5 then
      show({ table.remove(list) })
    else
      show({ table.remove(list, random(#list + 1)) })
    end
  end
  show(list)
end

for _, make in ipairs({ rising, falling, mixed }) do
  for n = 0, 12 do
    change(make(n))
  end
end
show({ mixed(3).name, mixed(3)[2.5], mixed(3)[-1] })

-- beyond both ends
local list = rising(3)
table.insert(list, 6, "six")
print(#list, list[3], list[6])
list = rising(3)
table.insert(list, 0, "zero")
print(#list, list[0], list[1], list[2], list[3], list[4])
list = rising(3)
table.insert(list, -1, "minus")
print(#list, list[-1], list[0], list[1], list[2], list[3], list[4])
print(table.remove(list, 7), table.remove(list, 0), table.remove(list, -1), #list)
print(table.remove({}), table.remove({}, 1), select("#", table.remove({})))

-- nil as a value
list = rising(3)
table.insert(list, 2, nil)
print(list[1], list[2], list[3], list[4])
list = rising(3)
table.insert(list, nil)
show(list)

-- a list that empties itself
list = rising(40)
while #list > 0 do
  table.remove(list, random(#list))
end
print(next(list))
table.insert(list, 1, "again")
show(list)

-- joining strings and numbers
print(table.concat({ 1, "a", 2.5, "b" }, ", "), table.concat({ "a", 1 }), table.concat({ 1, "a" }, "-", 2))
print(table.concat(rising(300), ","))
print(#table.concat(falling(3000), ("-"):rep(100)))
print(pcall(table.concat, { "a", "b", {} }, ","), pcall(table.concat, { "a", nil, "b" }, ",", 1, 3))
