bk.export(bk.image("alpine:3.19"):run("make"):with_metadata({ export_cache = false }))
