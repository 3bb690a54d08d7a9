-- luakit validate braces-around-a-block.lua
function app(base) {
    return base:run("make")
}
