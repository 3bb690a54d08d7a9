local base = bk.image("alpine:3.19"):with_env({ A = 1 }):with_workdir("/w"):with_user("u")
local first = base:run("make", { env = { B = 2 }, cwd = "x/../y", user = "v" })
bk.export(first:run("make"))
