local base = bk.image("alpine:3.19")
local with_git = base:run("apk add git")
local with_vim = base:run("apk add vim")

-- base is still the original alpine image
-- with_git contains git
-- with_vim contains vim
