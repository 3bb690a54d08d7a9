bk.export(bk.image("alpine:3.19"):run("make", { env = { X = ("0123456789"):rep(2000) } }))
