-- A check that fails fails the merge that it is part of.
--! fails: lint found a fault
--! fails: merge_fails_when_a_part_does.lua:5
local base = bk.image("alpine:3.19")
local lint = base:run("echo lint found a fault; exit 1")
local build = base:run("touch /build.ok")
bk.export(bk.merge(lint, build))
