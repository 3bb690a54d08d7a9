bk.export(bk.image("alpine:3.19"):run("make", { readonly_rootfs = true, mounts = { bk.bind(bk.scratch(), "/out", { readonly = false }) } }):get_mount("/out"))
