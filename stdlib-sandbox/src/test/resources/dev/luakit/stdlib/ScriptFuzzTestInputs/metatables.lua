local mt = { __index = function(t, k) return k end, __call = function(self, ...) return select("#", ...) end }
mt.__add = function(a, b) return setmetatable({}, mt) end
mt.__lt, mt.__concat, mt.__mode = function() return true end, function(a, b) return "c" end, "kv"
local t = setmetatable({}, mt)
print(t.x, t(1, nil), (t + 1).y, t < t, t .. 1, 1 .. t, rawequal(t, t), next(t))
