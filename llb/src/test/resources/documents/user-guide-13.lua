bk.export(final, { user = "app" })
