-- A program in C: the compiler and the headers stay behind, the library that it runs with does not.
--
--   luakit build -o checksum.pb --image-config checksum.json build.lua
--   config=$(sed 's/"/""/g' checksum.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=checksum,\"containerimage.config=$config\"" < checksum.pb

local prelude = require("prelude")

local debian = bk.image("debian:12-slim")
local compiler = prelude.apt(debian, { "ccache", "gcc", "libc6-dev", "make", "zlib1g-dev" })

-- The sources are only looked at, and ccache remembers what it has compiled from build to build.
local source = bk.local_("context", { include = { "Makefile", "*.c" } })
local built = compiler:run('make CC="ccache gcc" OUT=/out', {
    cwd = "/src",
    mounts = { bk.bind(source, "/src"), bk.cache("/root/.cache/ccache", { id = "ccache" }) },
})

local runtime = prelude.user(prelude.apt(debian, { "zlib1g" }), { name = "checksum" })
bk.export(prelude.copy_from(runtime, built, { ["/out/checksum"] = "/usr/local/bin/checksum" }), {
    entrypoint = { "/usr/local/bin/checksum" },
})
