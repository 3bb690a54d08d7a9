local buildkit = bk.git("https://github.com/moby/buildkit.git", { ref = "v0.12.0" })

-- A private repository, with the agent that --ssh gives, and files that are as old as the commit.
local private = bk.git("git@github.com:acme/server.git", { ref = "main", subdir = "api", mtime = "commit" })
