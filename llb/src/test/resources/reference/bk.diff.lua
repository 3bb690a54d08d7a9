local alpine = bk.image("alpine:3.19")
local with_git = alpine:run("apk add --no-cache git")

-- What apk has installed, on top of an image that has more in it.
local git = bk.diff(alpine, with_git)
bk.export(bk.merge(bk.image("node:20"), git))
