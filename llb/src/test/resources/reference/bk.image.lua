local alpine = bk.image("alpine:3.19")

-- For another platform, and only this very image.
local arm = bk.image("alpine:3.19", {
    platform = "linux/arm64",
    checksum = "sha256:6457d53fb065d6f250e1504b9bc42d5b6c65941d57532c072d929dd0628977d0",
})
