bk.export(bk.git("https://github.com/moby/buildkit.git", { skip_submodules = true }))
