-- Finds shortest paths through a maze, breadth first: queues, sets by number and by string.
-- n: how many mazes.
local n = tonumber((...)) or 150

local WIDTH, HEIGHT = 80, 60

local seed = 5
local function random(limit)
  seed = (seed * 3877 + 29573) % 139968
  return seed % limit
end

local function maze()
  local walls = {}
  for y = 1, HEIGHT do
    local row = {}
    for x = 1, WIDTH do
      row[x] = random(100) < 28
    end
    walls[y] = row
  end
  walls[1][1] = false
  walls[HEIGHT][WIDTH] = false
  return walls
end

local STEPS = { { dx = 1, dy = 0 }, { dx = 0, dy = 1 }, { dx = -1, dy = 0 }, { dx = 0, dy = -1 } }

-- The distance to each place that can be reached, by its number.
local function distances(walls)
  local distance = { [1] = 0 }
  local queue, head, tail = { { x = 1, y = 1 } }, 1, 1
  while head <= tail do
    local place = queue[head]
    queue[head] = nil
    head = head + 1
    local so_far = distance[(place.y - 1) * WIDTH + place.x]
    for _, step in ipairs(STEPS) do
      local x, y = place.x + step.dx, place.y + step.dy
      if x >= 1 and x <= WIDTH and y >= 1 and y <= HEIGHT and not walls[y][x] then
        local number = (y - 1) * WIDTH + x
        if not distance[number] then
          distance[number] = so_far + 1
          tail = tail + 1
          queue[tail] = { x = x, y = y }
        end
      end
    end
  end
  return distance
end

-- How many connected rooms there are, with places known by name.
local function rooms(walls)
  local seen, count = {}, 0
  for y = 1, HEIGHT, 7 do
    for x = 1, WIDTH, 7 do
      if not walls[y][x] and not seen[x .. "," .. y] then
        count = count + 1
        local stack = { x, y }
        seen[x .. "," .. y] = count
        while #stack > 0 do
          local py = table.remove(stack)
          local px = table.remove(stack)
          for _, step in ipairs(STEPS) do
            local nx, ny = px + step.dx, py + step.dy
            local name = nx .. "," .. ny
            if walls[ny] and walls[ny][nx] == false and not seen[name] then
              seen[name] = count
              stack[#stack + 1] = nx
              stack[#stack + 1] = ny
            end
          end
        end
      end
    end
  end
  return count
end

local reached, furthest, total = 0, 0, 0
for _ = 1, n do
  local walls = maze()
  local distance = distances(walls)
  for number = 1, WIDTH * HEIGHT do
    local d = distance[number]
    if d then
      reached = reached + 1
      furthest = math.max(furthest, d)
    end
  end
  total = total + rooms(walls)
end
print("grid_search", reached, furthest, total)
