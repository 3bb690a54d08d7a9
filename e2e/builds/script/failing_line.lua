-- A command that fails is shown where the script makes it, with the line around it.
--! fails: exit code: 3
--! fails: failing_line.lua:11
--! fails: >>>     s = s:run("exit 3")
--! fails: on standard error
--! fails: on standard output
local base = bk.image("alpine:3.19")
local s = base:run("true")
for i = 1, 2 do
    s = s:run("echo on standard output; echo on standard error >&2")
    s = s:run("exit 3")
end
bk.export(s)
