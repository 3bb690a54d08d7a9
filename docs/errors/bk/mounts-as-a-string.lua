-- luakit validate mounts-as-a-string.lua
local s = bk.image("alpine:3.19"):run("ls", { mounts = "/cache" })
