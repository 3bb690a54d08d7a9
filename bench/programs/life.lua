-- The game of life on a field whose edges meet, kept as a table of rows.
-- n: the generations.
local n = tonumber((...)) or 3000

local WIDTH, HEIGHT = 64, 48

local function empty_field()
  local field = {}
  for y = 1, HEIGHT do
    local row = {}
    for x = 1, WIDTH do
      row[x] = 0
    end
    field[y] = row
  end
  return field
end

local function next_generation(field)
  local result = {}
  for y = 1, HEIGHT do
    local above = field[y == 1 and HEIGHT or y - 1]
    local here = field[y]
    local below = field[y == HEIGHT and 1 or y + 1]
    local row = {}
    for x = 1, WIDTH do
      local left = x == 1 and WIDTH or x - 1
      local right = x == WIDTH and 1 or x + 1
      local neighbours = above[left] + above[x] + above[right] + here[left] + here[right]
        + below[left] + below[x] + below[right]
      if neighbours == 3 or neighbours == 2 and here[x] == 1 then
        row[x] = 1
      else
        row[x] = 0
      end
    end
    result[y] = row
  end
  return result
end

local field = empty_field()
local seed = 12345
for y = 1, HEIGHT do
  for x = 1, WIDTH do
    seed = (seed * 1103 + 12345) % 65536
    field[y][x] = seed % 7 < 2 and 1 or 0
  end
end

for _ = 1, n do
  field = next_generation(field)
end

local alive, sum = 0, 0
for y = 1, HEIGHT do
  for x = 1, WIDTH do
    alive = alive + field[y][x]
    sum = (sum * 2 + field[y][x]) % 1000003
  end
end
print("life", alive, sum)
