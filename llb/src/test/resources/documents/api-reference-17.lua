-- Simple SSH
local result = base:run("git clone git@github.com:user/repo.git", {
    mounts = { bk.ssh() }
})

-- Custom destination
local result = base:run("git clone git@github.com:user/repo.git", {
    mounts = { bk.ssh({ dest = "/root/.ssh" }) }
})

-- With options
local result = base:run("go mod download", {
    mounts = {
        bk.ssh({
            id = "default",
            uid = 0,
            gid = 0,
            mode = 0600
        })
    }
})
