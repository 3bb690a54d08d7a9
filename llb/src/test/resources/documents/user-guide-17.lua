local result = base:run("go build ./...", {
    cwd = "/app",
    mounts = {
        bk.cache("/go/pkg/mod", { sharing = "shared", id = "gomod" }),
        bk.cache("/root/.cache/go-build", { sharing = "shared", id = "gobuild" })
    }
})
