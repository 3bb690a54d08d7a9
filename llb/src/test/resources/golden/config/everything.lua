bk.export(bk.scratch(), {
    entrypoint = { "/e" },
    cmd = { "c" },
    env = { "B=2", "A=1" },
    cwd = "/w",
    user = "u",
    expose = { 80, "53/udp" },
    labels = { l = true, a = "b" },
    volumes = { "/v" },
    stop_signal = "SIGINT",
    os = "linux",
    arch = "arm",
    variant = "v6",
})
