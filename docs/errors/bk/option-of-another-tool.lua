-- luakit validate option-of-another-tool.lua
bk.image("a"):run("ls", { secrets = { "x" } })
