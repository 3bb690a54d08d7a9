local alpine = bk.image("alpine:3.19")
local data = alpine:mkdir("/var/lib/app/data", {
    make_parents = true,
    mode = "0750",
    owner = { user = 1000, group = "users" },
})
