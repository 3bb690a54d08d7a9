bk.export(bk.local_("context", { follow_paths = { "a/b", "c" } }))
