-- luakit validate missing-argument.lua
local s = bk.image("alpine:3.19"):copy(bk.local_("context"), ".")
