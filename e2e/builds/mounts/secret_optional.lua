-- An optional secret may be missing; its file is missing then too.
local base = bk.image("alpine:3.19")
bk.export(base:run("test ! -e /run/secrets/none", {
    mounts = { bk.secret("/run/secrets/none", { optional = true }) },
}))
