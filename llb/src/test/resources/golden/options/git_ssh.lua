bk.export(bk.git("ssh://git@github.com/moby/buildkit.git"))
