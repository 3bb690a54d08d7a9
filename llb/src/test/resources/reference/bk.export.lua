local app = bk.image("node:20"):with_workdir("/app"):copy(bk.local_("context"), ".", ".")

bk.export(app, {
    entrypoint = { "node" },
    cmd = { "server.js" },
    env = { PORT = 8080 },
    user = "node",
    expose = { 8080 },
    volumes = { "/var/lib/app" },
    labels = { ["org.opencontainers.image.title"] = "app" },
    stop_signal = "SIGINT",
})
