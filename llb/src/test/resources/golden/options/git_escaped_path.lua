bk.export(bk.git("https://example.com/a%20b/c%2Fd.git"))
