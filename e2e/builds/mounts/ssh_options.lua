-- The agent's name, and the socket's path, owner and mode.
--! ssh: deploy
local base = bk.image("alpine:3.19")
bk.export(base:run([[
    set -eux
    test "$SSH_AUTH_SOCK" = /tmp/agent
    test -S /tmp/agent
    test "$(stat -c %a:%u:%g /tmp/agent)" = 660:12:34
]], { mounts = { bk.ssh({ id = "deploy", dest = "/tmp/agent", uid = 12, gid = 34, mode = "0660" }) } }))
