bk.export(bk.scratch():copy(bk.local_("context"), "a", "b", { owner = "bob" }))
