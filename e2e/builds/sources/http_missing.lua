-- A file that the server does not have is an error.
--! server
--! fails: 404
--! fails: http_missing.lua:6
local base = bk.image("alpine:3.19")
bk.export(base:copy(bk.http(bk.arg("SERVER") .. "/no-such-file"), "no-such-file", "/f"))
