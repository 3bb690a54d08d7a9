-- The greatest singular value of an infinite matrix, by the power method: calls in inner loops.
-- n: the rows of the matrix that are used.
local n = tonumber((...)) or 800

local function element(i, j)
  local diagonal = i + j - 1
  return 1 / (diagonal * (diagonal - 1) / 2 + i)
end

local function multiply(vector, transposed)
  local result = {}
  for i = 1, n do
    local sum = 0
    if transposed then
      for j = 1, n do
        sum = sum + element(j, i) * vector[j]
      end
    else
      for j = 1, n do
        sum = sum + element(i, j) * vector[j]
      end
    end
    result[i] = sum
  end
  return result
end

local u, v = {}, nil
for i = 1, n do
  u[i] = 1
end
for _ = 1, 10 do
  v = multiply(multiply(u, false), true)
  u = multiply(multiply(v, false), true)
end

local uv, vv = 0, 0
for i = 1, n do
  uv = uv + u[i] * v[i]
  vv = vv + v[i] * v[i]
end
print("spectral_norm", math.floor(math.sqrt(uv / vv) * 1e9))
