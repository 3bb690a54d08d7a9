local result = base:run("make", { cwd = "/app/src" })
