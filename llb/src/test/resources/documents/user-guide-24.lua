local platforms = {
    bk.platform("linux", "amd64"),
    bk.platform("linux", "arm64"),
    bk.platform("linux", "arm", "v7")
}

for _, p in ipairs(platforms) do
    local base = bk.image("alpine:3.19", { platform = p })
    -- Build for each platform
end
