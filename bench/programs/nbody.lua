-- Planets that attract each other: floating-point arithmetic on the fields of objects.
-- n: the steps of the simulation.
local n = tonumber((...)) or 450000

local YEAR = 365.24
local SOLAR_MASS = 4 * math.pi * math.pi

local function body(x, y, z, vx, vy, vz, mass)
  return {
    x = x, y = y, z = z,
    vx = vx * YEAR, vy = vy * YEAR, vz = vz * YEAR,
    mass = mass * SOLAR_MASS,
  }
end

local bodies = {
  body(0, 0, 0, 0, 0, 0, 1),
  body(4.84, -1.16, -0.10, 0.00166, 0.00770, -0.000069, 0.000955),
  body(8.34, 4.12, -0.40, -0.00277, 0.00500, 0.000023, 0.000286),
  body(12.89, -15.11, -0.22, 0.00296, 0.00238, -0.000030, 0.0000437),
  body(15.38, -25.92, 0.18, 0.00268, 0.00163, -0.000095, 0.0000515),
}

local function energy()
  local total = 0
  for i, a in ipairs(bodies) do
    total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for j = i + 1, #bodies do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      total = total - a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return total
end

local function advance(dt)
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    for j = i + 1, count do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      local squared = dx * dx + dy * dy + dz * dz
      local pull = dt / (squared * math.sqrt(squared))
      local fa, fb = b.mass * pull, a.mass * pull
      a.vx, a.vy, a.vz = a.vx - dx * fa, a.vy - dy * fa, a.vz - dz * fa
      b.vx, b.vy, b.vz = b.vx + dx * fb, b.vy + dy * fb, b.vz + dz * fb
    end
  end
  for i = 1, count do
    local a = bodies[i]
    a.x, a.y, a.z = a.x + dt * a.vx, a.y + dt * a.vy, a.z + dt * a.vz
  end
end

local function shown(number)
  return math.floor(number * 1e9)
end

print("nbody", shown(energy()))
for _ = 1, n do
  advance(0.01)
end
print("nbody", shown(energy()))
