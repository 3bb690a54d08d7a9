-- A source that is not there is an error in the line of the copy.
--! fails: /no-such-file
--! fails: missing_source.lua:7
--! fails: >>> local s = base:copy
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base:copy(ctx, "no-such-file", "/f")
bk.export(s)
