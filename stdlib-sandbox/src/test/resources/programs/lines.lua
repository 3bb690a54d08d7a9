-- The line that a message names where the source spans several.
local function try(code) print(select(2, pcall(loadstring(code, "=line")))) end

-- Whatever ends a line, and two different characters together end one.
for _, lineEnd in ipairs { "\n", "\r", "\r\n", "\n\r" } do
  local code = "local a = 'x\\\ny'\n\n--[[ a\nb ]] local b = [[\n\n]]\nerror('here')\n"
  try((code:gsub("\n", lineEnd)))
  print(loadstring((("x = 1\n\nx x"):gsub("\n", lineEnd)), "=line"))
end
try("\n\r\n\r\r\n\r\rerror('here')")
print(loadstring("x = 1\r\n\r\n f\r\n(1)", "=line"))

-- An operator is where its last operand ends.
try("return -\nx")
try("return #\n\nx")
try("return 1 +\nx")
try("return 'a' ..\n'b' ..\nx")
try("return 1 <\nx")

-- A loop checks its bounds where it begins.
try("for i = 'x',\n10\ndo end")
try("for i = 1,\nx,\n1 do\nend")
try("for i = 1, 2, {} do end")
