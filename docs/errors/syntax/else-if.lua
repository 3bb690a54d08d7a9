-- luakit validate else-if.lua
local image
if bk.target == "test" then
    image = "alpine:3.19"
else if bk.target == "dev" then
    image = "ubuntu:24.04"
end
bk.export(bk.image(image))
