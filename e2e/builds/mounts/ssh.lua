-- The socket of an SSH agent: where it is, who may use it, and that the variable names it.
--! ssh: default
local base = bk.image("alpine:3.19")
local s = base:run([[
    set -eux
    test "$SSH_AUTH_SOCK" = /run/ssh
    test -S /run/ssh
    test "$(stat -c %a:%u:%g /run/ssh)" = 600:0:0
]], { mounts = { bk.ssh() } })
bk.export(s:run('test -z "${SSH_AUTH_SOCK+set}" && test ! -S /run/ssh'))
