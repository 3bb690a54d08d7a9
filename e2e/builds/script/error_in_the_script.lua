-- An error in the script: the line, the mistake, and what was probably meant.
--! fails: error_in_the_script.lua:5
--! fails: did you mean 'env'
--! fails: bk.export(base:run
local base = bk.image("alpine:3.19"); bk.export(base:run("true", { evn = { A = "1" } }))
