bk.export(bk.image("index.docker.io/busybox"))
