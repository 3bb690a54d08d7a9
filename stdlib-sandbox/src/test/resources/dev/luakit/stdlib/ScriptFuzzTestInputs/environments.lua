local f = loadstring("x = (x or 0) + 1 return x")
setfenv(f, { x = 4 })
print(f(), f(), getfenv(f).x, loadstring("n{q--\n("), pcall(require, "a/b"), os.time(), tostring(print))
collectgarbage() table.sort({ 3, 1, 2 }, function(a, b) return a > b end)
