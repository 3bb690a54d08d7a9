bk.export(bk.http("https://example.com/app", { auth_header_secret = "tok" }))
