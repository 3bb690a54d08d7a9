-- Simple cache
local result = base:run("go build", {
    mounts = { bk.cache("/go/pkg/mod") }
})

-- Named cache with sharing
local result = base:run("go build", {
    mounts = {
        bk.cache("/go/pkg/mod", { sharing = "shared", id = "gomod" })
    }
})

-- Multiple caches
local result = base:run("make", {
    mounts = {
        bk.cache("/go/pkg/mod", { id = "gomod" }),
        bk.cache("/root/.cache/go-build", { id = "gobuild" })
    }
})
