-- luakit validate call-stack.lua
local function compile(base, options)
    return base:run({ "make", options.goal })
end

local function app(base)
    local built = compile(base)
    return built
end

local image = app(bk.image("alpine:3.19"))
bk.export(image)
