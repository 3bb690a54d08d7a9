-- Merge multiple states (overlay)
local merged = bk.merge(state1, state2, state3)

-- Extract differences
local diff = bk.diff(before, after)
