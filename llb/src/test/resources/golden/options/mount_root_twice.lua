local alpine = bk.image("alpine:3.19")
bk.export(alpine:run("make", { mounts = { bk.bind(alpine, "/copy") } }))
