bk.export(bk.git("git://example.com/r.git"))
