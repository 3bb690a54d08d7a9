bk.export(final, {
    env = {
        NODE_ENV = "production",
        PORT = "8080"
    }
})
