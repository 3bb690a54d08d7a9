-- luakit build --build-arg VERSION=1.22 build.lua
local golang = bk.image("golang:" .. bk.arg("VERSION", "1.22"))
if bk.arg("RACE") then
    golang = golang:with_env({ GOFLAGS = "-race" })
end
