-- prelude.copy_from: files keep their paths, or get others, and the options of a copy.
--! files: bin/ bin/tool etc/ etc/greeting
local prelude = require("prelude")
local context = bk.local_("context")
local built = bk.image("alpine:3.19"):copy(context, "bin/tool.sh", "/bin/tool")
local s = prelude.copy_from(bk.scratch(), built, { "/bin/tool" }, { mode = "0755" })
bk.export(prelude.copy_from(s, context, { ["hello.txt"] = "/etc/greeting" }))
