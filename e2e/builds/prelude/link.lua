-- prelude.link: the layer is the same on another base, and stays in the cache.
--! builds: 2
local prelude = require("prelude")
local base = bk.image("alpine:3.19"):run("echo " .. bk.arg("ROUND") .. " >/base")
local made = bk.image("alpine:3.19"):run("cat /proc/sys/kernel/random/uuid >/made # " .. bk.arg("RUN"))
local s = prelude.link(base, made, "/made", "/opt/made", { owner = "1000:1000", mode = "0400" })
bk.export(s:run([[
    set -eux
    test "$(cat /base)" = "$ROUND"
    test "$(stat -c %u:%g:%a /opt/made)" = 1000:1000:400
]], { env = { ROUND = bk.arg("ROUND") } }))
