local release = bk.https("https://example.com/notes.txt", { headers = { Accept = "text/plain" } })
