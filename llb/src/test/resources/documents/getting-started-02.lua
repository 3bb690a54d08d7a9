local base = bk.image("alpine:3.19")    -- Initial state
local updated = base:run("apk add git")  -- New state, base unchanged
