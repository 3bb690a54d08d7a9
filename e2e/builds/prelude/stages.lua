-- prelude.stages: what is asked for is built, with what it needs, once.
local prelude = require("prelude")
local stage = prelude.stages({
    base = function() return bk.image("alpine:3.19") end,
    one = function(stage) return stage("base"):run("cat /proc/sys/kernel/random/uuid >/one") end,
    two = function(stage) return stage("one"):run("cp /one /two") end,
    broken = function(stage) return stage("base"):run("exit 1") end,
    all = function(stage)
        return prelude.copy_from(stage("two"), stage("one"), { ["/one"] = "/again/one" })
    end,
})
bk.export(stage("all"):run("cmp /one /two && cmp /one /again/one"))
