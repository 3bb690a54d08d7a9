local lower = bk.image("alpine:3.19"):with_workdir("/low"):with_env({ "L=1" })
local upper = bk.image("ubuntu:24.04"):with_workdir("/up")
bk.export(bk.diff(lower, upper):run("make"))
