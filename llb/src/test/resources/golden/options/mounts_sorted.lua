local ubuntu = bk.image("ubuntu:24.04")
local alpine = bk.image("alpine:3.19")
bk.export(alpine:run("make", { mounts = {
    bk.ssh({ dest = "/ssh2", id = "s2", uid = 1, gid = 2, mode = "0666", optional = true }),
    bk.bind(ubuntu, "/z", { readonly = true }),
    bk.cache("/cache", { id = "c", sharing = "locked" }),
    bk.secret("/b"),
    bk.bind(ubuntu, "/a", { selector = "/etc", readonly = false }),
    bk.tmpfs("/tmp", { size = 5 }),
    bk.cache("/p", { id = "p", sharing = "private" }),
    bk.bind(bk.scratch(), "/e", { readonly = false }),
    bk.ssh({ dest = "/ssh1", id = "s1" }),
    bk.bind(alpine, "/self"),
} }))
