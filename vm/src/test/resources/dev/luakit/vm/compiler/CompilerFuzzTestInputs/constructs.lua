#!/usr/bin/lua
local t = { 1, x = 2; ["y"] = [==[
]]]==] }
for k, v in pairs(t) do if k ~= 1 then break end end
function t.a.b:c(...) return ... end
repeat local x = -t[1]^2 .. "a\065\n" until not x
return t:m{}"s"(1)