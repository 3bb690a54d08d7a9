-- A user and a password, whatever letters they are made of.
--! server
local base = bk.image("alpine:3.19")
local file = bk.http(bk.arg("SERVER") .. "/request", { username = "user@x", password = "p:a/s?s" })
bk.export(base:copy(file, "request", "/request"):run([[
    grep -i '^authorization: Basic' /request | cut -d' ' -f3 | base64 -d | grep -qx 'user@x:p:a/s?s'
]]))
