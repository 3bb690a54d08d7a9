-- Without allow_wildcard a star is a letter like others.
--! fails: *.go
--! fails: wildcard_is_a_plain_name_unless_allowed.lua:6
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:copy(ctx, "src/*.go", "/go/"))
