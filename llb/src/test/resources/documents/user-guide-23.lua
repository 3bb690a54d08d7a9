local arm = bk.image("alpine:3.19", {
    platform = "linux/arm64"
})

-- Or using table
local arm = bk.image("alpine:3.19", {
    platform = { os = "linux", arch = "arm64", variant = "v8" }
})
