local app = bk.image("node:20"):with_workdir("/app")
local built = app:copy(bk.local_("context"), ".", "."):run("npm ci") -- copied to /app, and run there
