-- A Node server. Its dependencies are installed again only when the package files change.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local node = bk.image("node:22-alpine")
    :with_workdir("/app")
    :with_env({ PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" })

local packages = bk.local_("context", { include = { "package.json", "package-lock.json" } })
local source = bk.local_("context", { include = { "server.js" } })

local installed = node:copy(packages, ".", "/app")
    :run("npm ci --omit=dev", { mounts = { bk.cache("/root/.npm") } })

bk.export(installed:copy(source, ".", "/app"), {
    cmd = { "node", "server.js" },
    env = { NODE_ENV = "production" },
    user = "node",
    expose = { "3000/tcp" },
})
