-- The ways to find changed files give the same files.
local base = bk.image("alpine:3.19")
bk.export(base:run("cmp /none/hello.txt /metadata/hello.txt", {
    mounts = {
        bk.bind(bk.local_("context", { differ = "none" }), "/none"),
        bk.bind(bk.local_("context", { differ = "metadata", shared_key_hint = "hint" }), "/metadata"),
    },
}))
