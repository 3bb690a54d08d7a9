local repo = bk.git("git@github.com:user/private-repo.git")
local result = base:run("git submodule update", {
    mounts = { bk.ssh({ id = "default" }) }
})
