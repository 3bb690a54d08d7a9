-- A new cache is empty, even where the image has files at its path.
local base = bk.image("alpine:3.19"):mkdir("/c"):mkfile("/c/from-image", "")
local s = base:run('test -z "$(ls -A /c)" && touch /c/x', {
    mounts = { bk.cache("/c", { id = "empty-" .. bk.arg("RUN") }) },
})
bk.export(s:run('test "$(ls -A /c)" = from-image'))
