-- A state of prelude.after is not built where one of the checks fails, though it needs none of their
-- files.
--! fails: the second one is at fault
local prelude = require("prelude")
local base = bk.image("alpine:3.19")
local checks = prelude.checks(base, { "true", "echo the second one is at fault >&2; exit 3" })
bk.export(prelude.after(bk.scratch():mkfile("/server", "program"), checks))
