-- prelude.checks and prelude.after: the checks are made, and the image has nothing of them.
--! files: server
local prelude = require("prelude")
local built = bk.image("alpine:3.19"):run("echo program >/server")
local checks = prelude.checks(built, {
    lint = "test -e /server && touch /lint",
    test = { "test", "-s", "/server" },
    directory = "test $PWD = /home && test $MODE = strict",
}, { cwd = "/home", env = { MODE = "strict" } })
bk.export(prelude.after(bk.scratch():copy(built, "/server", "/server"), checks))
