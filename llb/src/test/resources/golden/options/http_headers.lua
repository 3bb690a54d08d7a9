bk.export(bk.http("https://example.com/app", { headers = { accept = "text/plain", ["User-Agent"] = "x/1" } }))
