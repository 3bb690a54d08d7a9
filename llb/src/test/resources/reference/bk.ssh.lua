-- buildctl build --ssh default
local cloned = bk.image("alpine:3.19"):run("git clone git@github.com:acme/server.git /src", {
    mounts = { bk.ssh() },
})
