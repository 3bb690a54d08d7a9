-- luakit validate first-element.lua
local s = bk.image("alpine:3.19")
local packages = { "curl", "git" }
for i = 0, #packages do
    s = s:run("apk add " .. packages[i])
end
bk.export(s)
