bk.export(bk.git("https://github.com/moby/buildkit.git", { mtime = "commit" }))
