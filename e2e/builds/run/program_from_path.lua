-- A program without a slash is looked for in PATH.
local base = bk.image("alpine:3.19")
local s = base
    :mkdir("/my/bin", { make_parents = true })
    :mkfile("/my/bin/tool", "#!/bin/sh\necho found > /out\n", { mode = "0755" })
    :run({ "tool" }, { env = { PATH = "/my/bin:/bin:/usr/bin" } })
bk.export(s:run({ "grep", "found", "/out" }))
