bk.export(bk.git("https://github.com/moby/buildkit.git", { ref = "v1", subdir = "docs" }))
