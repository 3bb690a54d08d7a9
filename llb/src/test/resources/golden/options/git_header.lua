bk.export(bk.git("https://github.com/moby/buildkit.git", { auth_header_secret = "HEADER" }))
