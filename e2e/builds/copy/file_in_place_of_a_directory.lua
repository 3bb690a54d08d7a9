-- With always_replace_existing_dest_paths a file takes the place of a directory, and the other way.
--! docker: 28
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local replace = { always_replace_existing_dest_paths = true }
local target = base:mkdir("/app/main.go", { make_parents = true }):mkfile("/app/pkg", "a file")
local s = target:copy(ctx, "src", "/app", { always_replace_existing_dest_paths = true, dir_contents_only = true })
bk.export(s:run([[
    set -eux
    test "$(cat /app/main.go)" = main
    test "$(cat /app/pkg/a.go)" = a
]]))
