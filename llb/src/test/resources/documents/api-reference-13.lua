-- Merge three states
local combined = bk.merge(deps, source, config)

-- Parallel builds then merge
local lint = base:run("npm run lint", { cwd = "/app" })
local test = base:run("npm run test", { cwd = "/app" })
local build = base:run("npm run build", { cwd = "/app" })
local verified = bk.merge(lint, test, build)
