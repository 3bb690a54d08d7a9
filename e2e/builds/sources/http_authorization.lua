-- The Authorization header out of a secret.
--! server
--! secret: authorization=Bearer letmein
--! capability: source.http.auth
local base = bk.image("alpine:3.19")
local file = bk.http(bk.arg("SERVER") .. "/request", { auth_header_secret = "authorization" })
bk.export(base:copy(file, "request", "/request"):run("grep -qix 'authorization: Bearer letmein' /request"))
