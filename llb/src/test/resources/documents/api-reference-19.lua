-- Simple bind
local other = bk.image("ubuntu:24.04")
local result = base:run("cat /mounted/file.txt", {
    mounts = { bk.bind(other, "/mounted") }
})

-- Read-write
local result = base:run("echo data > /mounted/file.txt", {
    mounts = { bk.bind(other, "/mounted", { readonly = false }) }
})

-- Select subpath
local result = base:run("cat /mounted/config.json", {
    mounts = { bk.bind(other, "/mounted", { selector = "/etc" }) }
})
