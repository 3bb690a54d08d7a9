-- Without the token it is an error in the line that names the repository.
--! server
--! fails: git_without_token.lua:5
local base = bk.image("alpine:3.19")
local repo = bk.git(bk.arg("SERVER") .. "/private/with-submodule.git")
bk.export(base:copy(repo, "/", "/r"))
