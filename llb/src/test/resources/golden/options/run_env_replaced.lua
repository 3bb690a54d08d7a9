bk.export(bk.image("alpine:3.19"):with_env({ A = 1, B = 2 }):run("make", { env = { "A=3", "C=" } }))
