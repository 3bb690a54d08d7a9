bk.export(bk.http("https://example.com/app", { chmod = "0" }))
