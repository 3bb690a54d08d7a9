bk.export(bk.scratch():run("make", { mounts = { bk.cache("/c", { id = "c" }) } }))
