-- The directory: for one command, for all later ones, relative to the last, and made where it is missing.
local base = bk.image("alpine:3.19")
local s = base
    :mkdir("/a/b", { make_parents = true })
    :run('test "$PWD" = /a/b', { cwd = "/a/b" })
    :run('test "$PWD" = /made/new', { cwd = "/made/new" })
    :with_workdir("/a")
    :run('test "$PWD" = /a')
    :run('test "$PWD" = /a/b', { cwd = "b" })
    :run('test "$PWD" = /a')
    :with_workdir("b")
bk.export(s:run('test "$PWD" = /a/b && test -d /made/new'))
