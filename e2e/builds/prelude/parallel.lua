-- prelude.parallel: each step sees the base alone; the result has what all of them have changed.
local prelude = require("prelude")
local base = bk.image("alpine:3.19"):run("touch /old && echo base >/changed")
local s = prelude.parallel(base, {
    one = function(s) return s:run("test ! -e /two && touch /one") end,
    two = function(s) return s:run("test ! -e /one && touch /two && rm /old") end,
    three = function(s) return s:run("echo three >/changed") end,
    none = function(s) return s end,
})
bk.export(s:run('test -e /one && test -e /two && test ! -e /old && test "$(cat /changed)" = three'))
