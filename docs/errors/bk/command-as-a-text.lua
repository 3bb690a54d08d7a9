-- luakit validate command-as-a-text.lua
bk.export(bk.image("alpine:3.19"), { entrypoint = "/app --port 8080" })
