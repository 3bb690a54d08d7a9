bk.export(bk.local_("context", { differ = "none" }))
