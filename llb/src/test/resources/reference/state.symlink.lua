local alpine = bk.image("alpine:3.19")
local linked = alpine:symlink("/usr/bin/python3", "/usr/bin/python")
