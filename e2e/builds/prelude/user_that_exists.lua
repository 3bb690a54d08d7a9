-- prelude.user does not take a name or a number that is taken.
--! fails: there is a user with the number 1000 already
local prelude = require("prelude")
bk.export(prelude.user(bk.image("alpine:3.19"), { name = "web", uid = 1000 }))
