-- The mode option as changes to the permissions that the source has.
--! docker: 28
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")

local s = base
    :copy(ctx, "bin/tool.sh", "/plus", { mode = "o+x" })
    :copy(ctx, "bin/tool.sh", "/minus", { mode = "g-rx" })
    :copy(ctx, "src", "/tree", { mode = "u=rwX,go=rX" })

bk.export(s:run([[
    set -eux
    test "$(stat -c %a /plus)" = 751
    test "$(stat -c %a /minus)" = 700
    test "$(stat -c %a /tree/pkg)" = 755
    test "$(stat -c %a /tree/main.go)" = 644
]]))
