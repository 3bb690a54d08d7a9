local start = bk.scratch():mkdir("/start")
bk.export(bk.image("alpine:3.19"):run("make", { mounts = { bk.cache("/c", { id = "c", from = start, selector = "/start" }) } }))
