bk.export(bk.image("alpine:3.19", { platform = { os = "linux", arch = "arm64" } }):mkdir("/a"):run("make"))
