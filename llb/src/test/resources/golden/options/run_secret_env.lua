bk.export(bk.image("alpine:3.19"):run("make", { secret_env = { { name = "TOKEN", id = "tok" }, { name = "B", id = "b", optional = true } } }))
