local node = bk.image("node:20"):with_env({ NODE_ENV = "production", CI = true })
local installed = node:run("npm ci"):run("npm run build") -- both see the variables
