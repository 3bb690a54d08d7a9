-- Pull a container image
local alpine = bk.image("alpine:3.19")

-- Empty filesystem
local empty = bk.scratch()

-- Local build context
local src = bk.local_("context")

-- Git repository
local repo = bk.git("https://github.com/user/project.git", { ref = "v1.0.0" })

-- HTTP download
local file = bk.http("https://example.com/file.tar.gz")
