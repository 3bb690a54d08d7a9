local first = bk.image("alpine:3.19"):with_workdir("/first"):with_env({ F = "1" })
local second = bk.image("ubuntu:24.04"):with_workdir("/second")
bk.export(bk.merge(first, second):run("make"))
