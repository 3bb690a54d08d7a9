-- The table library.
local function try(f, ...) print(pcall(f, ...)) end
local function list(t) local parts = {} for i = 1, table.maxn(t) do parts[i] = tostring(t[i]) end return "{" .. table.concat(parts, ",") .. "}" end

-- concat
print(table.concat({}), table.concat({ 1 }), table.concat({ 1, 2, 3 }), table.concat({ "a", "b" }, ", "), table.concat({ 1, 2, 3 }, "-", 2), table.concat({ 1, 2, 3 }, "-", 2, 2), table.concat({ 1, 2, 3 }, "-", 3, 2))
print(table.concat({ 1.5, "x", -0.25 }, 0), table.concat({ [0] = "z", "a" }, ",", 0), table.concat({ [-1] = "m", [0] = "z", "a" }, ",", -1, 1), table.concat({ 1, 2 }, nil, nil, nil))
print(#table.concat({ ("x"):rep(1000), ("y"):rep(1000) }, ("-"):rep(500)))
try(function() table.concat({ {} }) end)
try(function() table.concat({ 1, true, 3 }) end)
try(function() table.concat({ 1, 2 }, ",", 1, 3) end)
try(function() table.concat() end)
try(function() table.concat(1) end)
try(function() table.concat({}, {}) end)
try(function() table.concat(1, {}) end)
try(function() table.concat({}, "", "x") end)

-- insert
local t = {}
print(select("#", table.insert(t, "a")), list(t))
table.insert(t, "b") table.insert(t, 1, "first") table.insert(t, 2, "second") print(list(t), #t)
table.insert(t, 5, "last") print(list(t))
table.insert(t, #t + 1, nil) print(list(t), #t)
table.insert(t, 10, "far") print(t[10], #t == 5 or #t == 10)
t = { 1, 2, 3 } table.insert(t, 0, "zero") print(t[0], list(t))
t = { 1, 2, 3 } table.insert(t, -1, "minus") print(t[-1], t[0], list(t))
t = { 1, 2, 3 } table.insert(t, "2", "text") print(list(t))
t = { 1, 2, 3 } table.insert(t, 2.7, "cut") print(list(t))
try(function() table.insert({}) end)
try(function() table.insert({}, 1, 2, 3) end)
try(function() table.insert({}, "x", 1) end)
try(function() table.insert(nil, 1) end)
try(function() table.insert() end)

-- remove
t = { "a", "b", "c", "d" }
print(table.remove(t), list(t)) print(table.remove(t, 1), list(t)) print(table.remove(t, 5), list(t)) print(table.remove(t, 0), list(t)) print(table.remove(t, -1), list(t))
print(select("#", table.remove({})), select("#", table.remove({}, 1)), select("#", table.remove({ 1 }, 2)), table.remove({ 7 }))
t = { 1, 2, 3 } print(table.remove(t, "2"), list(t))
try(function() table.remove() end)
try(function() table.remove({}, "x") end)
try(function() table.remove({}, {}) end)

-- getn, setn, maxn
print(table.getn({}), table.getn({ 1, 2, 3 }), table.maxn({}), table.maxn({ 1, 2, nil, 4 }), table.maxn({ [10] = 1, [2.5] = 1, x = 1 }), table.maxn({ [-5] = 1 }), table.maxn({ [10.5] = 1 }))
try(function() table.getn() end)
try(function() table.getn("x") end)
try(function() table.setn({}, 1) end)
try(function() table.setn(1) end)
try(function() table.maxn() end)

-- foreach, foreachi
local seen = {}
table.foreach({ 10, 20, 30 }, function(k, v) seen[#seen + 1] = k .. "=" .. v end) print(table.concat(seen, " "))
print(table.foreach({ a = 1 }, function(k, v) return k, v end), select("#", table.foreach({}, print)))
print(table.foreachi({ "a", "b", "c" }, function(i, v) if i == 2 then return v end end), select("#", table.foreachi({ 1 }, function() end)))
print(table.foreach({ 1 }, function() return false end))
try(function() table.foreach({}) end)
try(function() table.foreach(1, print) end)
try(function() table.foreachi({}) end)
try(function() table.foreachi({}, 1) end)
try(function() table.foreach({ 1 }, function() error("inside", 0) end) end)
local emptied = { a = 1, b = 2, c = 3 }
table.foreach(emptied, function(k) emptied[k] = nil end) print(next(emptied))

-- raw: no metamethods
local proxy = setmetatable({}, { __index = function() return "virtual" end, __newindex = function() error("written") end, __len = function() return 5 end })
print(#proxy, table.getn(proxy), select("#", unpack(proxy)))
table.insert(proxy, "raw") print(rawget(proxy, 1))
try(function() table.concat(proxy, ",", 1, 2) end)
