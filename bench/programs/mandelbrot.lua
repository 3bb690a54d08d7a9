-- Floating-point arithmetic on local variables.
-- n: the picture's width and height.
local n = tonumber((...)) or 1300

local LIMIT = 50
local inside, steps = 0, 0
for row = 0, n - 1 do
  local ci = 2 * row / n - 1
  for column = 0, n - 1 do
    local cr = 2 * column / n - 1.5
    local zr, zi, rr, ii = 0, 0, 0, 0
    local left = LIMIT
    while left > 0 and rr + ii <= 4 do
      zi = 2 * zr * zi + ci
      zr = rr - ii + cr
      rr, ii = zr * zr, zi * zi
      left = left - 1
    end
    if left == 0 then
      inside = inside + 1
    end
    steps = steps + LIMIT - left
  end
end
print("mandelbrot", inside, steps)
