-- Simple secret
local result = base:run("cat /run/secrets/password", {
    mounts = { bk.secret("/run/secrets/password") }
})

-- With options
local result = base:run({
    "sh", "-c",
    "cat /run/secrets/npmrc > ~/.npmrc && npm ci"
}, {
    mounts = {
        bk.secret("/run/secrets/npmrc", {
            id = "npmrc",
            uid = 0,
            gid = 0,
            mode = 0400
        })
    }
})
