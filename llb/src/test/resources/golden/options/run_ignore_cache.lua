bk.export(bk.image("alpine:3.19"):run("make", { ignore_cache = true }))
