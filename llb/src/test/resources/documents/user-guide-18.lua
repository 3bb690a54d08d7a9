-- Good: Copy package files first, install dependencies, then copy source
local base = bk.image("node:20")
local pkg = base:copy(bk.local_("context", {
    include = { "package*.json" }
}), ".", "/app")
local deps = pkg:run("npm ci", {
    cwd = "/app",
    mounts = { bk.cache("/root/.npm") }
})
local app = deps:copy(bk.local_("context"), ".", "/app")
local built = app:run("npm run build", { cwd = "/app" })

-- Bad: Copy everything at once - any change invalidates dependency layer
local base = bk.image("node:20")
local app = base:copy(bk.local_("context"), ".", "/app")
local deps = app:run("npm ci", { cwd = "/app" })
local built = app:run("npm run build", { cwd = "/app" })
