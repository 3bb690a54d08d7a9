-- Reads a text byte by byte: a checksum, a scanner of words and numbers, a run-length encoding.
-- n: the lines of the text.
local n = tonumber((...)) or 95000

local lines = {}
for i = 1, n do
  lines[i] = "set value_" .. i .. " = " .. i * 37 % 1000 .. " -- aaaa" .. ("b"):rep(i % 20)
end
local text = table.concat(lines, "\n")

local byte, char, sub = string.byte, string.char, string.sub

local low, high = 1, 0
for i = 1, #text do
  low = (low + byte(text, i)) % 65521
  high = (high + low) % 65521
end

local SPACE, NEWLINE, ZERO, NINE = byte(" "), byte("\n"), byte("0"), byte("9")
local words, numbers, others = 0, 0, 0
local at, length = 1, #text
while at <= length do
  local c = text:byte(at)
  if c == SPACE or c == NEWLINE then
    at = at + 1
  elseif c >= ZERO and c <= NINE then
    local value = 0
    repeat
      value = value * 10 + c - ZERO
      at = at + 1
      c = text:byte(at)
    until not c or c < ZERO or c > NINE
    numbers = (numbers + value) % 1000003
  elseif c >= 97 and c <= 122 then
    local start = at
    repeat
      at = at + 1
      c = text:byte(at)
    until not c or not (c >= 97 and c <= 122 or c >= ZERO and c <= NINE or c == 95)
    words = words + #text:sub(start, at - 1)
  else
    others = others + 1
    at = at + 1
  end
end

local runs, i = {}, 1
while i <= length do
  local c = sub(text, i, i)
  local stop = i + 1
  while sub(text, stop, stop) == c do
    stop = stop + 1
  end
  runs[#runs + 1] = char(byte(c), 65 + (stop - i) % 26)
  i = stop
end

print("byte_scan", high * 65536 + low, words, numbers, others, #runs, #table.concat(runs))
