-- With allow_empty_wildcard a pattern may match nothing.
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
local s = base:copy(ctx, "src/*.zig", "/zig/", { allow_wildcard = true, allow_empty_wildcard = true })
bk.export(s:run("test -z \"$(find / -name '*.zig')\""))
