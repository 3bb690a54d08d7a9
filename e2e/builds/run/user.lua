-- The user: by name, by number, with a group, for one command or for all later ones.
local base = bk.image("alpine:3.19")
local s = base
    :run("mkdir -m 777 /w && test $(id -u) = 0")
    :run("test $(id -u):$(id -g) = 65534:65534", { user = "nobody" })
    :run("test $(id -u) = 1234", { user = "1234" })
    :run("test $(id -u) = 1234", { user = 1234 })
    :run("test $(id -u):$(id -g) = 1234:5678", { user = "1234:5678" })
    :run("test $(id -u):$(id -g) = 65534:0", { user = "nobody:root" })
    :run("touch /w/theirs; ! touch /not-theirs", { user = "nobody" })
    :with_user("nobody")
    :run("test $(id -u) = 65534")
    :run("test $(id -u) = 0", { user = "root" })
bk.export(s:run("test $(id -u) = 65534 && test $(stat -c %u /w/theirs) = 65534"))
