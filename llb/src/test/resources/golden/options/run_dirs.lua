bk.export(bk.image("alpine:3.19"):with_workdir("/a/b/"):with_workdir("c"):with_workdir("../d//e"):run("make", { cwd = "/f/../g/" }))
