bk.export(final, { workdir = "/app" })
