-- Only what a command left in a mount is exported.
--! files: out
local s = bk.image("alpine:3.19"):run("touch /root-fs /m/out", {
    mounts = { bk.bind(bk.scratch(), "/m", { readonly = false }) },
})
bk.export(s:get_mount("/m"))
