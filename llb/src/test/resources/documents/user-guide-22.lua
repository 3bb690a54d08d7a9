local repo = bk.git("git@github.com:user/private-repo.git")
local result = base:run("go mod download", {
    cwd = "/app",
    mounts = { bk.ssh({ id = "default" }) }
})
