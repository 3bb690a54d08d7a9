#syntax=x
-- Builds it.
-- All.

-- The target.
if bk.target == "a" then end