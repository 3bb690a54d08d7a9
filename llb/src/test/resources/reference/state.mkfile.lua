local alpine = bk.image("alpine:3.19")
local configured = alpine
    :mkfile("/etc/app.conf", "port = 8080\n")
    :mkfile("/start.sh", "#!/bin/sh\nexec app --config /etc/app.conf\n", { mode = "0755" })
