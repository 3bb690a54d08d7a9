-- A Node server: packages are installed in a stage of their own, again only when their lists change.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local prelude = require("prelude")

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local node = bk.image("node:22-alpine")
    :with_workdir("/app")
    :with_env({ PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" })

-- npm ci, with a cache for what it downloads; the package files alone decide whether it runs again.
local packages = bk.local_("context", { include = { "package.json", "package-lock.json" } })
local installed = prelude.npm(node, packages, { omit = { "dev" } })

local source = bk.local_("context", { include = { "package.json", "server.js" } })
local server = prelude.copy_from(node, installed, { "/app/node_modules" }):copy(source, ".", "/app")

bk.export(server, {
    cmd = { "node", "server.js" },
    env = { NODE_ENV = "production" },
    user = "node",
    expose = { "3000/tcp" },
})
