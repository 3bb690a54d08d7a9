bk.export(bk.https("https://example.com/app", { headers = { Accept = "text/plain" } }))
