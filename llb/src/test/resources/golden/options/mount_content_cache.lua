local ubuntu = bk.image("ubuntu:24.04")
bk.export(bk.image("alpine:3.19"):run("make", { mounts = {
    bk.bind(ubuntu, "/src", { content_cache = "off" }),
    bk.bind(ubuntu, "/w", { content_cache = "on", readonly = false }),
} }))
