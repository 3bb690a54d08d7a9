-- A program that is not there is an error in the line of the command.
--! fails: no-such-program
--! fails: program_that_does_not_exist.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:run({ "no-such-program", "x" }))
