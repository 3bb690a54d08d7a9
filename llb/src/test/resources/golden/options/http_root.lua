bk.export(bk.http("https://example.com/app", { uid = 0, gid = 0 }))
