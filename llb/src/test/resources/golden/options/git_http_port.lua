bk.export(bk.git("http://example.com:8080/a/../b/r.git"))
