-- What is removed must be there.
--! fails: /none
--! fails: rm_of_what_is_not_there.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:rm("/none"))
