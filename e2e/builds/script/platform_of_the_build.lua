-- The script knows the platform that it builds for.
local base = bk.image("alpine:3.19")
local machines = { amd64 = "x86_64", arm64 = "aarch64" }
assert(bk.target_platform.os == "linux")
bk.export(base:run('test "$(uname -m)" = ' .. machines[bk.target_platform.arch]))
