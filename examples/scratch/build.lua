-- A program that needs no other file, on an empty file system: beside it are a user, certificates and a /tmp.
--
--   luakit build -o who.pb --image-config who.json build.lua
--   config=$(sed 's/"/""/g' who.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=who,\"containerimage.config=$config\"" < who.pb

local prelude = require("prelude")

local alpine = bk.image("alpine:3.19")

local source = bk.local_("context", { include = { "who.c" } })
local built = prelude.apk(alpine, { "gcc", "musl-dev" })
    :run("mkdir /out && gcc -static -O2 -Wall -Wextra -Werror -s -o /out/who who.c", {
        cwd = "/src",
        mounts = { bk.bind(source, "/src") },
    })

-- Nothing of this is taken from a distribution but the certificates.
local root = prelude.minimal({
    users = { { name = "web" } },
    certificates = prelude.apk(alpine, { "ca-certificates" }),
})

bk.export(prelude.copy_from(root, built, { ["/out/who"] = "/who" }), {
    entrypoint = { "/who" },
    user = "10001:10001",
})
