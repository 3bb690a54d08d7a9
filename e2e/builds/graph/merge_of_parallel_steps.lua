-- Checks that run side by side are all part of the result.
local base = bk.image("alpine:3.19"):copy(bk.local_("context"), ".", "/app")
local lint = base:run("touch /lint.ok")
local test = base:run("touch /test.ok")
local build = base:run("touch /build.ok")
bk.export(bk.merge(lint, test, build):run("test -e /lint.ok && test -e /test.ok && test -e /build.ok"))
