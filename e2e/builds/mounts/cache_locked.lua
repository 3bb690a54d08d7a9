-- A locked cache lets in one command after the other.
local base = bk.image("alpine:3.19")
local mounts = { bk.cache("/c", { id = "locked-" .. bk.arg("RUN"), sharing = "locked" }) }

local function alone(name)
    return base:run("mkdir /c/lock && sleep 0.5 && rmdir /c/lock && touch /c/" .. name, { mounts = mounts })
end

bk.export(bk.merge(alone("one"), alone("two"), alone("three")):run("test $(ls /c | wc -l) = 3", { mounts = mounts }))
