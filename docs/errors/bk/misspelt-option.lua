-- luakit validate misspelt-option.lua
bk.export(bk.image("alpine"), { entrypont = {"a"} })
