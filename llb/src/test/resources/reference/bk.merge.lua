local alpine = bk.image("alpine:3.19")
local config = bk.scratch():mkfile("/etc/app.conf", "port = 8080\n")
local tool = bk.scratch():mkfile("/usr/bin/tool", "#!/bin/sh\n", { mode = "0755" })

-- config and tool are made at the same time, and a change to one leaves the other as it was.
bk.export(bk.merge(alpine, config, tool))
