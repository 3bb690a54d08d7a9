local result = base:run("go build", {
    env = {
        CGO_ENABLED = "0",
        GOOS = "linux"
    }
})
