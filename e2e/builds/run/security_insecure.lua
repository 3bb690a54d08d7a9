-- With the user's consent a command has all privileges; otherwise it has not.
--! allow: security.insecure
local base = bk.image("alpine:3.19")
local s = base:run("! mount -t tmpfs none /mnt", { cwd = "/mnt" })
bk.export(s:run("mount -t tmpfs none /mnt && mount | grep -q ' /mnt '", { security = "insecure" }))
