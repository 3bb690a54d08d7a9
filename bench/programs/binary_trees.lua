-- Many small tables that live briefly, beside one big tree that lives on.
-- n: the depth of the big tree.
local n = tonumber((...)) or 16

local function grow(depth)
  if depth == 0 then
    return {}
  end
  return { grow(depth - 1), grow(depth - 1) }
end

local function count(tree)
  local left = tree[1]
  if not left then
    return 1
  end
  return 1 + count(left) + count(tree[2])
end

local kept = grow(n)
for depth = 4, n, 2 do
  local trees = 2 ^ (n - depth + 2)
  local nodes = 0
  for _ = 1, trees do
    nodes = nodes + count(grow(depth))
  end
  print("binary_trees", depth, trees, nodes)
end
print("binary_trees", n, 1, count(kept))
