local alpine = bk.image("alpine:3.19")
local made = alpine:run("cp /etc/os-release /out/", {
    mounts = { bk.bind(bk.scratch(), "/out", { readonly = false }) },
})

-- Just /os-release: neither alpine nor what else the command changed in it.
bk.export(made:get_mount("/out"))
