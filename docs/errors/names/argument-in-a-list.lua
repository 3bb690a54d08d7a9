-- luakit validate argument-in-a-list.lua
local s = bk.image("alpine:3.19"):run({ "make", bk.arg("GOAL"), "install" })
