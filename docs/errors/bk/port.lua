-- luakit validate port.lua
bk.export(bk.image("alpine:3.19"), { expose = 8080 })
