local result = base:run("npm install", { user = "node" })
