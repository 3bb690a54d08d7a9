-- luakit validate missing-comma.lua
bk.export(bk.image("alpine:3.19"), {
    env = { LANG = "C.UTF-8" }
    cmd = { "sh" },
})
