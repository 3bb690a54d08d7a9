bk.export(bk.git("https://example.com"))
