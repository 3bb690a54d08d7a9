bk.export(bk.scratch():mkfile("/a", "", { owner = { user = 0, group = "g" } }))
