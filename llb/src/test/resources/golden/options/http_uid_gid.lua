bk.export(bk.http("https://example.com/app", { uid = 1000, gid = 100 }))
