-- An image for another platform than the one that is built for.
--! only: buildctl
--! config: "architecture":"arm64"
local arm = bk.image("alpine:3.19", { platform = "linux/arm64" })
bk.export(arm:mkfile("/f", ""))
