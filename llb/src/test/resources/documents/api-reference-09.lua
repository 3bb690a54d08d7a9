-- Simple directory
local s = base:mkdir("/app/data")

-- With options
local s = base:mkdir("/app/data", {
    mode = "0755",
    make_parents = true,
    owner = { user = "appuser", group = "appgroup" }
})
