-- A commit can be fetched by its name, whatever the branch stands for by now.
--! server
--! capability: source.git.fetchbycommit
--! capability: source.git.checksum
local base = bk.image("alpine:3.19")
local repo = bk.git(bk.arg("SERVER") .. "/git/project.git", {
    ref = "main",
    checksum = bk.arg("COMMIT"),
    fetch_by_commit = true,
})
bk.export(base:run('test "$(cat /r/version)" = 2', { mounts = { bk.bind(repo, "/r") } }))
