-- What the exported state does not need is not built.
local base = bk.image("alpine:3.19")
local unused = base:run("exit 1"):copy(bk.local_("no-such-context"), ".", "/")
bk.export(base:run("true"))
