local made = bk.image("alpine:3.19"):run("make")
bk.export(bk.merge(made, made))
