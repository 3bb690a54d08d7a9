bk.export(final, {
    entrypoint = {"/app/server"},
    env = {"PORT=8080"},
    user = "app",
    workdir = "/app"
})
