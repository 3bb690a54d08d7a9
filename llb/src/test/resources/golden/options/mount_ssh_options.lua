local agent = bk.ssh({ dest = "/agent", id = "work", uid = 1, gid = 2, mode = 660, optional = true })
bk.export(bk.image("alpine:3.19"):run("make", { mounts = { agent } }))
