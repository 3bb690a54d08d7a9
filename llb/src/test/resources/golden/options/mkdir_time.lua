bk.export(bk.image("alpine:3.19"):mkdir("/d", { created_time = 1704067200 }))
