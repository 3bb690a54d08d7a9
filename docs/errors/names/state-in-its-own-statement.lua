-- luakit validate state-in-its-own-statement.lua
local s = bk.image("alpine:3.19"):run("make"):copy(s, "/out", "/app")
bk.export(s)
