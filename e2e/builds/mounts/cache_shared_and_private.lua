-- Two commands that run at the same time both use a shared cache; of a private one each has its own.
local base = bk.image("alpine:3.19")
local id = bk.arg("RUN")
local mounts = {
    bk.cache("/shared", { id = "shared-" .. id, sharing = "shared" }),
    bk.cache("/private", { id = "private-" .. id, sharing = "private" }),
}

local function meet(me, other)
    return base:run(([[
        set -eux
        touch /shared/%s /private/%s
        for i in $(seq 100); do test ! -e /shared/%s || break; sleep 0.1; done
        test -e /shared/%s
        test ! -e /private/%s
        touch /shared/%s-is-done
        for i in $(seq 100); do test ! -e /shared/%s-is-done || break; sleep 0.1; done
    ]]):format(me, me, other, other, other, me, other), { mounts = mounts })
end

bk.export(bk.merge(meet("one", "two"), meet("two", "one")))
