bk.export(bk.image("alpine:3.19"):run("make", { valid_exit_codes = 0 }))
