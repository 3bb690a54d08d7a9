-- The directory of a new file must be there.
--! fails: mkfile_without_directory.lua:4
local base = bk.image("alpine:3.19")
bk.export(base:mkfile("/not/there", "x"))
