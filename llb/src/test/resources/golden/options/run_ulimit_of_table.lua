bk.export(bk.image("alpine:3.19"):run("make", { ulimit = { nofile = { soft = 1024, hard = 2048 } } }))
