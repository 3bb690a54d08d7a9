-- All ways to place queens on a board so that none attacks another one.
-- n: the board's width and height.
local n = tonumber((...)) or 12

local columns, rising, falling = {}, {}, {}
local solutions, checksum = 0, 0
local placed = {}

local function place(row)
  if row > n then
    solutions = solutions + 1
    for i = 1, n do
      checksum = (checksum * 31 + placed[i]) % 1000003
    end
    return
  end
  for column = 1, n do
    local up, down = row + column, row - column + n
    if not (columns[column] or rising[up] or falling[down]) then
      columns[column], rising[up], falling[down] = true, true, true
      placed[row] = column
      place(row + 1)
      columns[column], rising[up], falling[down] = false, false, false
    end
  end
end

for _ = 1, 3 do
  place(1)
end
print("queens", solutions, checksum)
