bk.export(bk.image("alpine:3.19"):run("make", { devices = { "vendor.com/gpu=0", { name = "vendor.com/x=1", optional = true } } }))
