local t = nil
local function f(a)
	return a.b -- [31m
end
print(1) f(t)