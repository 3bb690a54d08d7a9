-- luakit validate environment.lua
local home = os.getenv("HOME") .. "/bin"
