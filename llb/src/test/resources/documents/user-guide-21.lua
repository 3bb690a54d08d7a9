local result = base:run({
    "sh", "-c",
    "npm config set registry https://registry.example.org/ && " ..
    "cat /run/secrets/npmrc > ~/.npmrc && " ..
    "npm ci"
}, {
    mounts = {
        bk.secret("/run/secrets/npmrc", { id = "npmrc" })
    }
})
