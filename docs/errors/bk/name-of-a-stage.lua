-- luakit validate name-of-a-stage.lua
local builder = bk.image("golang:1.22"):run("go build -o /out/app")
bk.export(bk.scratch():copy("builder", "/out/app", "/app"))
