local result = base:run("npm install", {
    mounts = {
        bk.secret("/run/secrets/npmrc", { id = "npmrc" }),
        bk.secret("/run/secrets/apikey", { id = "apikey" })
    }
})
