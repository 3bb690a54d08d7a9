local sum, text = 0, ""
for i = 1, 40 do
  sum = sum + i % 7 * 2 ^ 2 - #text / 3
  if i % 9 == 0 then text = text .. i end
  if i == 30 then sum = sum .. "" end
end
print(sum, text)
