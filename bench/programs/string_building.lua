-- Puts strings together in all the usual ways.
-- n: how many lines.
local n = tonumber((...)) or 340000

local function checksum(text)
  local sum = 0
  for i = 1, #text, 97 do
    sum = (sum * 31 + text:byte(i)) % 1000003
  end
  return sum
end

-- Operators: short strings out of several pieces.
local total = 0
for i = 1, n do
  local line = "key" .. i .. " = " .. (i % 7) .. ";"
  total = total + #line
end

-- A growing string, cut off before it gets long.
local grown, grown_length = "", 0
for i = 1, n do
  grown = grown .. "x" .. i % 10
  if #grown > 200 then
    grown_length = grown_length + #grown
    grown = ""
  end
end

-- A list that is joined once.
local lines = {}
for i = 1, n do
  lines[#lines + 1] = string.format("%5d: %s %04x", i, "item", i % 65536)
end
local joined = table.concat(lines, "\n")

-- Repetition and change of case.
local bars = {}
for i = 1, n do
  bars[i] = (("="):rep(i % 30) .. "|"):upper()
end
local drawn = table.concat(bars, ",", 1, n)

-- Many short lists.
local short = 0
for i = 1, n do
  short = short + #table.concat({ "RUN", "echo", i, "&&", "true" }, " ")
end

print("string_building", total, grown_length + #grown, checksum(joined), checksum(drawn), short)
