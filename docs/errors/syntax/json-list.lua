-- luakit validate json-list.lua
bk.export(bk.image("alpine:3.19"), { cmd = ["sh", "-c", "ls"] })
