-- Simple export
bk.export(final)

-- Full configuration
bk.export(final, {
    entrypoint = {"/app/server"},
    cmd = {"--port", "8080"},
    env = {
        NODE_ENV = "production",
        PORT = "8080"
    },
    workdir = "/app",
    user = "app",
    expose = {"8080/tcp", "8443/tcp"},
    labels = {
        ["org.opencontainers.image.title"] = "My Application",
        ["org.opencontainers.image.version"] = "1.0.0",
        ["org.opencontainers.image.source"] = "https://github.com/user/app"
    },
    os = "linux",
    arch = "amd64"
})
