-- A commit other than the given one is an error in the line that names the repository.
--! server
--! fails: git_checksum_mismatch.lua:7
--! fails: expected checksum to match
--! capability: source.git.checksum
local base = bk.image("alpine:3.19")
local repo = bk.git(bk.arg("SERVER") .. "/git/project.git", { ref = "side", keep_git_dir = true, checksum = bk.arg("COMMIT") })
bk.export(base:copy(repo, "/", "/r"))
