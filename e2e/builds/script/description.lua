-- The progress shows the description in place of the command, and the name of a group.
--! prints: compiling the compiler
--! prints: making ready
local base = bk.image("alpine:3.19")
local s = base
    :run("true"):with_metadata({ description = "compiling the compiler" })
    :run("true 1"):with_metadata({ progress_group = "making ready" })
bk.export(s:with_metadata({ description = "compiling the compiler" }))
