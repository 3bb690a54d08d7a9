-- Clone default branch
local repo = bk.git("https://github.com/moby/buildkit.git")

-- Specific tag
local v012 = bk.git("https://github.com/moby/buildkit.git", {
    ref = "v0.12.0"
})

-- Keep git directory
local full = bk.git("https://github.com/user/project.git", {
    ref = "main",
    keep_git_dir = true
})
