-- Files from a web server: name, permissions, owner, checksum.
--! server
local base = bk.image("alpine:3.19")
local server = bk.arg("SERVER")
local sum = "sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"

local s = base
    :copy(bk.http(server .. "/hello.txt"), "hello.txt", "/plain")
    :copy(bk.http(server .. "/hello.txt", { checksum = sum }), "/hello.txt", "/checked")
    :copy(bk.http(server .. "/hello.txt", { filename = "other" }), "other", "/named")
    :copy(bk.http(server .. "/hello.txt", { chmod = 0755, uid = 12, gid = 34 }), "hello.txt", "/mode")
    :copy(bk.http(server .. "/hello.txt", { chmod = "0640" }), "hello.txt", "/text")

bk.export(s:run([[
    set -eux
    test "$(cat /plain)" = hello
    test "$(stat -c %a:%u:%g /plain)" = 600:0:0
    test "$(cat /checked)" = hello
    test "$(cat /named)" = hello
    test "$(stat -c %a:%u:%g /mode)" = 755:12:34
    test "$(stat -c %a /text)" = 640
]]))
