bk.export(bk.git("https://github.com/moby/buildkit.git", { auth_token_secret = "TOKEN" }))
