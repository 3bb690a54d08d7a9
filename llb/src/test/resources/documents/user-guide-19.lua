-- Default: sandboxed network (limited DNS, no internet)
local result = base:run("make", { network = "sandbox" })

-- Host network (full network access)
local result = base:run("curl https://api.example.com", { network = "host" })

-- No network (isolated)
local result = base:run("mise run test", { network = "none" })
