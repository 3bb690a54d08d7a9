bk.export(bk.image("alpine:3.19"):run("make", { ulimit = { "nofile=1024:2048", "core=0:-1" } }))
