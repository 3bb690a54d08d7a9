bk.export(bk.git("https://bob:pw@example.com/r.git"))
