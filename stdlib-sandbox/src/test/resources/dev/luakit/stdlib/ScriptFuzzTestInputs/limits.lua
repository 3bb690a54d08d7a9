local t = {}
while true do t[#t + 1] = string.rep("x", #t) .. #t end
