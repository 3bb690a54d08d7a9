local ubuntu = bk.image("ubuntu:24.04")
local made = bk.image("alpine:3.19"):run("make", { mounts = {
    bk.bind(ubuntu, "/out", { readonly = false }),
    bk.bind(ubuntu, "/out0", { readonly = false }),
} })
bk.export(made:get_mount("/out"))
