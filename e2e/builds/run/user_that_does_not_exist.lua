-- A user that the image does not know is an error in the line of the command.
--! fails: nobody-knows
--! fails: user_that_does_not_exist.lua:5
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { user = "nobody-knows" }))
