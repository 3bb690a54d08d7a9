-- prelude.layer: a command that fails ends the build, also where others follow.
--! fails: no such file
local prelude = require("prelude")
bk.export(prelude.layer(bk.image("alpine:3.19"), { "{ echo no such file >&2; false; }", "true" }))
