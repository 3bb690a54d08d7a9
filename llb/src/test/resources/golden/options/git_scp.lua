bk.export(bk.git("git@github.com:moby/buildkit.git", { ref = "v1" }))
