bk.export(bk.image("alpine:3.19"):run("make", { env = { SSH_AUTH_SOCK = "/mine", Z = 1 }, mounts = { bk.ssh() } }))
