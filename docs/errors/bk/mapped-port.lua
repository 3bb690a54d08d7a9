-- luakit validate mapped-port.lua
bk.export(bk.image("nginx:alpine"), { expose = { "8080:80" } })
