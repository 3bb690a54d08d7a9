-- A branch that the repository lacks is an error.
--! server
--! fails: no-such-branch
--! fails: git_missing_ref.lua:6
local base = bk.image("alpine:3.19")
local repo = bk.git(bk.arg("SERVER") .. "/git/project.git", { ref = "no-such-branch" })
bk.export(base:copy(repo, "/", "/r"))
