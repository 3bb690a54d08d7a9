-- Simple image
local alpine = bk.image("alpine:3.19")

-- With platform
local arm = bk.image("alpine:3.19", {
    platform = "linux/arm64"
})

-- Docker Hub implied
local ubuntu = bk.image("ubuntu:24.04")  -- docker.io/library/ubuntu:24.04
