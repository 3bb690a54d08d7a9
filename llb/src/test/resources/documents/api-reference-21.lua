-- Function call
local p = bk.platform("linux", "arm64", "v8")
local arm = bk.image("alpine:3.19", { platform = p })

-- String shorthand (in other functions)
local arm = bk.image("alpine:3.19", {
    platform = "linux/arm64/v8"
})
