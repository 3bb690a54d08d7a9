-- Extract just what changed
local base = bk.image("alpine:3.19")
local installed = base:run("apk add --no-cache git vim")
local just_git_vim = bk.diff(base, installed)

-- Apply diff to different base
local alpine = bk.image("alpine:3.19")
local with_git_vim = bk.merge(alpine, just_git_vim)
