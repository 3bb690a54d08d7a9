bk.export(bk.git("https://github.com/moby/buildkit.git#v1:/docs/../x/"))
