bk.export(bk.http("https://example.com/app", { filename = "x y" }))
