-- luakit validate quotes-within-quotes.lua
local s = bk.image("alpine:3.19"):run("echo "hello"")
