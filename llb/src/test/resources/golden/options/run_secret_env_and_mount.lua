bk.export(bk.image("alpine:3.19"):run("make", { secret_env = { TOKEN = "tok" }, mounts = { bk.secret("/z", { uid = 1, gid = 2, mode = "0440", optional = true }), bk.secret("/a", { id = "a" }) } }))
