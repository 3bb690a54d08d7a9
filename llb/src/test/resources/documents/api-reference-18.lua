-- Simple tmpfs
local result = base:run("mise run test", {
    mounts = { bk.tmpfs("/tmp") }
})

-- Sized tmpfs (1GB)
local result = base:run("mise run test", {
    mounts = { bk.tmpfs("/tmp", { size = 1073741824 }) }
})

-- Multiple tmpfs
local result = base:run("mise run test", {
    mounts = {
        bk.tmpfs("/tmp", { size = 1073741824 }),
        bk.tmpfs("/var/tmp", { size = 536870912 })
    }
})
