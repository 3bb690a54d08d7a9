-- A repository's files can have the time of the commit.
--! server
--! capability: source.git.mtime
local base = bk.image("alpine:3.19")
local repo = bk.git(bk.arg("SERVER") .. "/git/project.git", { ref = "v1", mtime = "commit" })
bk.export(base:run('test "$(stat -c %Y /r/version)" = 981173106', { mounts = { bk.bind(repo, "/r") } }))
