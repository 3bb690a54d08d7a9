-- A command that a module makes is shown in the module and where the script calls it.
--! fails: exit code: 5
--! fails: steps.lua:5
--! fails: failing_line_in_a_module.lua:6
local steps = require("steps")
bk.export(steps.failing(bk.image("alpine:3.19"), 5))
