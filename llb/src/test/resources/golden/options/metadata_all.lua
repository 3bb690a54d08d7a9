bk.export(bk.image("alpine:3.19"):run("make"):with_metadata({ description = "n", progress_group = { id = "id", name = "name", weak = true }, ignore_cache = true, export_cache = true }))
