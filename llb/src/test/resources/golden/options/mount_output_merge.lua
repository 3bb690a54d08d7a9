local ubuntu = bk.image("ubuntu:24.04")
local made = bk.image("alpine:3.19"):run("make", { mounts = {
    bk.bind(ubuntu, "/ro"),
    bk.bind(ubuntu, "/out", { readonly = false }),
    bk.bind(bk.scratch(), "/another", { readonly = false }),
} })
bk.export(bk.merge(made, made:get_mount("/out")))
