-- A context that the user does not give is an error.
--! fails: no-such-context
local base = bk.image("alpine:3.19")
bk.export(base:copy(bk.local_("no-such-context"), ".", "/"))
