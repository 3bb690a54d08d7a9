-- What messages call the values that can't be used.
local function try(code, ...)
  print(code, select(2, pcall(loadstring(code, "=name"), ...)))
end

-- What "and" and "or" result in has the name of the last operand, or none.
try("return (a and b).x")
try("return (a or b).x")
try("return (a and b or c).x")
try("return (a and 1 or c.d).x")
try("return (a == 1 and b or c).x")
try("return ((a or b) and c).x", 1)
try("return (not a and b).x")
try("return ((1 and a) or b) + 1")
try("local a, b, c = true, {}; return (a and b or c) + 1")
try("local a, b, c; return (a and b or c) .. 'x'")
try("local a, b, c; return (a or (b and c)) .. 'x'")
try("local a; return (a and a.b or a.c.d).e")
try("x = y and z or nope; nope(x and y)")
try("return (x and f or g)(1)")
try("return #(x and 1 or t)")

-- The iterator of a loop has none when it can't be called, but a name of its own in its messages.
try("for x in nil do end")
try("for x in y do end")
try("local f = 1; for x in f do end")
try("for x in next do end")
try("for x in next, 1 do end")
try("for x in string.rep, 'a', 'b' do end")
