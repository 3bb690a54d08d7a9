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
try("return (true and false or c).x")
try("return (nil or c).x")
try("return (1 and c).x")
try("return (nil and c).x")
try("return (true and (false or nil) or c.d)()")
print(true and false or "constants", nil or false, 1 and nil, false and 1 or nil or 2, (1 or 2) and 3)
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

-- Behind many constants names are lost, but not what they name.
local constants = {}
for i = 1, 300 do constants[i] = i .. ".5" end
local function behind(code)
  local chunk = "local c = {" .. table.concat(constants, ", ") .. "} local t = {} " .. code
  print(code, select(2, pcall(loadstring(chunk, "=name"))))
end
behind("t.field()")
behind("t:method()")
behind("t:method(1, 2)")
behind("return t.field.other")
behind("return t:method().other")
behind("return t.t + 1")
behind("t.other.field = 1")
behind("global()")
behind("return global.field")
behind("local k, t = 'method', t; k = t[k]; k()")
