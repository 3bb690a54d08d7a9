-- With attempt_unpack an archive is unpacked, and what is no archive is copied.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local packed = base
    :copy(ctx, "src", "/src")
    :run("tar -C /src -cf /src.tar . && tar -C /src -czf /src.tar.gz .")
local unpack = { attempt_unpack = true }

local s = base
    :copy(packed, "/src.tar", "/tar/", unpack)
    :copy(packed, "/src.tar.gz", "/gz/", unpack)
    :copy(packed, "/src.tar", "/as-it-is/")
    :copy(ctx, "hello.txt", "/text/", unpack)

bk.export(s:run([[
    set -eux
    test "$(cat /tar/pkg/deep/b.go)" = b
    test "$(cat /gz/pkg/deep/b.go)" = b
    test -f /as-it-is/src.tar
    test "$(cat /text/hello.txt)" = hello
]]))
