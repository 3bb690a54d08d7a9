local arm = bk.platform("linux", "arm", "v7")
assert(arm == bk.platform("linux/arm/v7") and arm.variant == "v7")
assert(tostring(bk.platform("linux", "aarch64")) == "linux/arm64")

-- A compiler that runs here, for the platform that the image is for.
local golang = bk.image("golang:1.22", { platform = bk.build_platform })
local built = golang:run("go build -o /out/app", { env = { GOARCH = bk.target_platform.arch } })
