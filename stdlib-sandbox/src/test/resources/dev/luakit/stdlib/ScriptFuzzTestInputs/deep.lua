local function f(n) return n == 0 and 0 or 1 + f(n - 1) end
print(pcall(f, 100), pcall(f, 1000), select(2, xpcall(f, function(m) return m:upper() end)))
