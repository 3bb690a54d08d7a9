-- luakit validate misspelt-platform.lua
local s = bk.image("alpine:3.19", { platform = "linux/arm65" })
