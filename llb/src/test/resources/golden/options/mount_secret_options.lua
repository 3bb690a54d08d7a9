local secret = bk.secret("/a/b", { id = "c", uid = 1, gid = 2, mode = "0440", optional = true })
bk.export(bk.image("alpine:3.19"):run("make", { mounts = { secret } }))
