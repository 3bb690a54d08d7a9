-- A file with another checksum than the given one is an error in the line that names it.
--! server
--! fails: digest mismatch
--! fails: http_checksum_mismatch.lua:7
local base = bk.image("alpine:3.19")
local wrong = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
local file = bk.http(bk.arg("SERVER") .. "/hello.txt", { checksum = wrong })
bk.export(base:copy(file, "hello.txt", "/f"))
