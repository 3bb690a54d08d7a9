-- A difference can be exported by itself.
--! files: new
local base = bk.image("alpine:3.19")
bk.export(bk.diff(base, base:mkfile("/new", "")))
