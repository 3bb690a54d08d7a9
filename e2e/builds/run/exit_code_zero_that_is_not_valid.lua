-- Zero is a success only where it is among the valid codes.
--! fails: exit_code_zero_that_is_not_valid.lua:5
--! capability: exec.validexitcode
local base = bk.image("alpine:3.19")
bk.export(base:run("exit 0", { valid_exit_codes = 3 }))
