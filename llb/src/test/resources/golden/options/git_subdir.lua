bk.export(bk.git("https://github.com/moby/buildkit.git", { subdir = "docs/x" }))
