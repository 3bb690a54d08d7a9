-- A code that is not among the valid ones fails the build, and is told.
--! fails: exit code: 4
--! fails: exit_code_that_is_not_valid.lua:6
--! capability: exec.validexitcode
local base = bk.image("alpine:3.19")
bk.export(base:run("exit 4", { valid_exit_codes = { 0, 3 } }))
