-- Recursion without names: each step makes closures and calls them at once.
-- n: how many times the sums are computed.
local n = tonumber((...)) or 150000

local function fix(f)
  local function again(g)
    return f(function(...)
      return g(g)(...)
    end)
  end
  return again(again)
end

local function triangle(self)
  return function(k)
    if k == 0 then
      return 0
    end
    return k + self(k - 1)
  end
end

local function product(self)
  return function(k, modulus)
    if k == 0 then
      return 1
    end
    return k * self(k - 1, modulus) % modulus
  end
end

local sum = 0
for i = 1, n do
  sum = (sum + fix(triangle)(i % 60) + fix(product)(i % 40, 1009)) % 1000003
end
print("fixed_point", sum)
