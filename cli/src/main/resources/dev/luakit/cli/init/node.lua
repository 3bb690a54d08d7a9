-- Builds a Node.js program into an image without what only the build needs.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg NODE_VERSION=22
local version = bk.arg("NODE_VERSION", "20")
local main = bk.arg("MAIN", "index.js")

local node = bk.image("node:" .. version):with_workdir("/app")

-- A directory that stays from one build to the next.
local downloads = bk.cache("/root/.npm", { id = "npm" })

-- Only what stands in `include` is sent: packages are installed again only where these
-- files have changed.
local packages = node:copy(
    bk.local_("context", { include = { "package.json", "package-lock.json" } }), ".", "/app")

local mounts = {
    downloads,
    -- For private packages: buildctl build --secret id=npmrc,src=$HOME/.npmrc
    -- bk.secret("/root/.npmrc", { id = "npmrc" }),
}

-- Two steps that need nothing of each other run at the same time: the packages that the
-- program needs when it runs, and those that it needs to be built.
local production = packages:run("npm install --omit=dev && mkdir -p node_modules", {
    mounts = mounts,
})
local development = packages:run("npm install", { mounts = mounts })

local source = bk.local_("context", {
    exclude = { ".git", "node_modules", "out", "build.lua", "types/bk.lua", "types/os.lua" },
})
local built = development:copy(source, ".", "/app"):run("npm run build --if-present")

-- The image: the program as it was built, with the packages that it runs on.
local image = node
    :copy(built, "/app", "/", { exclude = { "node_modules" } })
    :copy(production, "/app/node_modules", "/app/")

bk.export(image, {
    cmd = { "node", main },
    env = { NODE_ENV = "production" },
    user = "node",
    expose = { "3000/tcp" },
})
