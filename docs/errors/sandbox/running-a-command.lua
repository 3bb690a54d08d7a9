-- luakit validate running-a-command.lua
io.popen("git rev-parse HEAD")
