-- Tables of tables of numbers.
-- n: the rows and columns of the matrices.
local n = tonumber((...)) or 420

local function matrix(f)
  local rows = {}
  for i = 1, n do
    local row = {}
    for j = 1, n do
      row[j] = f(i, j)
    end
    rows[i] = row
  end
  return rows
end

local function multiply(a, b)
  local columns = matrix(function(i, j)
    return b[j][i]
  end)
  local product = {}
  for i = 1, n do
    local row, result = a[i], {}
    for j = 1, n do
      local column, sum = columns[j], 0
      for k = 1, n do
        sum = sum + row[k] * column[k]
      end
      result[j] = sum
    end
    product[i] = result
  end
  return product
end

local product = multiply(
  matrix(function(i, j) return (i * 3 + j * 5) % 11 end),
  matrix(function(i, j) return (i * 7 + j * 2) % 13 end)
)
local sum = 0
for i = 1, n do
  for j = 1, n do
    sum = (sum + product[i][j] * (i + j)) % 1000003
  end
end
print("matrix_multiplication", sum)
