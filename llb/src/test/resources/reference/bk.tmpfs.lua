local tested = bk.image("alpine:3.19"):run("make test", {
    mounts = { bk.tmpfs("/tmp", { size = "512m" }), bk.tmpfs("/run") },
})
