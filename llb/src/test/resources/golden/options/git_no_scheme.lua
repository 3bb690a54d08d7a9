bk.export(bk.git("github.com/moby/buildkit.git"))
