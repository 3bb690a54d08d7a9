-- luakit validate platform.lua
local s = bk.image("alpine:3.19", { platform = "arm64" })
