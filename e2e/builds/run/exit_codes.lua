-- Exit codes that count as success: a number, a list, a range.
--! capability: exec.validexitcode
local base = bk.image("alpine:3.19")
local s = base
    :run("echo one > /one; exit 3", { valid_exit_codes = 3 })
    :run("exit 7", { valid_exit_codes = { 0, 7 } })
    :run("exit 0", { valid_exit_codes = { 0, 7 } })
    :run("exit 9", { valid_exit_codes = "5..10" })
    :run("exit 255", { valid_exit_codes = "0..255" })
bk.export(s:run("test $(cat /one) = one"))
