-- luakit validate arguments-of-a-command.lua
bk.image("alpine"):run("ls", "-l")
