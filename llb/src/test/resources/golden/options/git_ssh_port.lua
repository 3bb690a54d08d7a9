bk.export(bk.git("ssh://git@example.com:2222/moby/buildkit.git", { ref = "main" }))
