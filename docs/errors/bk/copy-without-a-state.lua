-- luakit validate copy-without-a-state.lua
bk.image("alpine"):copy("src", "/dst")
