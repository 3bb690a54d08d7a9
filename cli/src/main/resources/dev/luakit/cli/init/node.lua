-- Builds a Node.js program into an image without what only the build needs.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg NODE_VERSION=22. Where MAIN=index.js is not
-- given, the image starts what package.json says.
local version = bk.arg("NODE_VERSION", "20")
local main = bk.arg("MAIN")

local node = bk.image("node:" .. version):with_workdir("/app")

-- A directory that stays from one build to the next.
local downloads = bk.cache("/root/.npm", { id = "npm" })

-- Only what stands in `include` is sent: packages are installed again only where these
-- files have changed.
local wanted = bk.local_("context", { include = { "package.json", "package-lock.json" } })
local packages = node:copy(wanted, ".", "/app")

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
    exclude = {
        ".git",
        "node_modules",
        "out",
        "build.lua",
        "luakit.lock",
        ".luarc.json",
        "types/*.lua",
    },
})
local built = development:copy(source, ".", "/app"):run("npm run build --if-present")

-- The image: the program as it was built, with the packages that it runs on.
local image = node
    :copy(built, "/app", "/", { exclude = { "node_modules" } })
    :copy(production, "/app/node_modules", "/app/")

bk.export(image, {
    cmd = main and { "node", main } or { "npm", "start" },
    env = { NODE_ENV = "production" },
    user = "node",
    expose = { "3000/tcp" },
})
