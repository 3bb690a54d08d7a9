-- A Python server: pip installs into a folder, which the image gets without pip's own leftovers.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local prelude = require("prelude")

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local python = bk.image("python:3.12-slim")
    :with_env({ PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" })

-- pip reads the requirements where they are: they alone decide whether it runs again.
local requirements = bk.local_("context", { include = { "requirements.txt" } })
local installed = prelude.pip(python, requirements, { target = "/packages" })

local server = prelude.user(python, { name = "web" })
server = prelude.copy_from(server, installed, { "/packages" })
    :copy(bk.local_("context", { include = { "server.py" } }), "server.py", "/app/server.py")

bk.export(server, {
    cmd = { "python3", "/app/server.py" },
    env = { PYTHONPATH = "/packages", PYTHONUNBUFFERED = 1 },
    workdir = "/app",
    expose = { "8080/tcp" },
})
