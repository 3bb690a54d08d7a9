-- Stage 1: Dependencies
local deps = bk.image("node:20")
    :copy(bk.local_("context", { include = { "package*.json" } }), ".", "/app")
    :run("npm ci", { cwd = "/app", mounts = { bk.cache("/root/.npm") } })

-- Stage 2: Build
local built = deps:copy(bk.local_("context"), ".", "/app")
    :run("npm run build", { cwd = "/app", mounts = { bk.cache("/root/.npm") } })

-- Stage 3: Runtime
local runtime = bk.image("node:20-alpine")
local final = runtime:copy(built, "/app/node_modules", "/app/node_modules")
    :copy(built, "/app/dist", "/app/dist")
    :copy(built, "/app/package.json", "/app/package.json")

bk.export(final, {
    entrypoint = {"node", "dist/index.js"},
    cwd = "/app"
})
