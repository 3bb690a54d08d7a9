-- luakit validate local-of-another-block.lua
if bk.target == "test" then
    local base = bk.image("alpine:3.19")
end
bk.export(base)
