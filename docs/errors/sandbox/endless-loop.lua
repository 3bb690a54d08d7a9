-- luakit validate --max-instructions 100k endless-loop.lua
while true do end
