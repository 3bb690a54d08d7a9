bk.export(bk.image("alpine:3.19"):copy(bk.local_("context"), "a", "b", { owner = { user = 0, group = 1000 } }))
