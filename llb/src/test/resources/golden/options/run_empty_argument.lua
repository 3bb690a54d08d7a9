bk.export(bk.image("alpine:3.19"):run({ "a", "", "b" }))
