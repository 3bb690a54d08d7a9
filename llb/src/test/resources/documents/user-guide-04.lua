-- String form (via shell)
local result = base:run("apt-get update && apt-get install -y curl")

-- Array form (exec directly)
local result = base:run({"apt-get", "update"})

-- With options
local result = base:run("make -j$(nproc)", {
    cwd = "/app",
    env = { CC = "gcc" },
    user = "builder"
})
