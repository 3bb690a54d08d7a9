-- Without make_parents the directory above must be there.
--! fails: mkdir_without_parents.lua:4
local base = bk.image("alpine:3.19")
bk.export(base:mkdir("/not/there"))
