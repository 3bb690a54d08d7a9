bk.export(bk.scratch(), { os = "freebsd", workdir = "/w" })
