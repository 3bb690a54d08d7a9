bk.export(bk.image("alpine:3.19"):copy(bk.local_("context"), "a", "b", { mode = 4755 }))
