local installed = bk.image("node:20"):run("npm ci", {
    cwd = "/app",
    mounts = { bk.cache("/root/.npm", { id = "npm", sharing = "locked" }) },
})

-- A cache that a user who is not root can write to.
local empty = bk.scratch():mkdir("/cache", { owner = "1000:1000" })
local built = installed:run("npm run build", {
    user = 1000,
    mounts = { bk.cache("/home/node/.cache", { from = empty, selector = "/cache" }) },
})
