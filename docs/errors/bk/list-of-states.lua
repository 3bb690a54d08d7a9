-- luakit validate list-of-states.lua
local layers = { bk.image("alpine:3.19"), bk.image("busybox:1.36") }
bk.export(bk.merge(layers))
