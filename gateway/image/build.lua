-- The frontend's image, of the folder that ./rootfs has made, which says the target.
-- Dockerfile.gateway says the same.
local root = bk.scratch():copy(bk.local_("rootfs"), "/", "/", { dir_contents_only = true })

local entrypoint
if bk.target == "native" then
    entrypoint = { "/luakit/luakit", "gateway" }
elseif bk.target == "java" then
    entrypoint = { "/luakit/java/bin/java", "@/luakit/options", "dev.luakit.cli.Main", "gateway" }
else
    error("name the target: java or native, whichever ./rootfs has said")
end

bk.export(root, {
    entrypoint = entrypoint,
    env = { LC_ALL = "C.UTF-8" },
    labels = {
        ["moby.buildkit.frontend.network.none"] = "true",
        ["moby.buildkit.frontend.caps"] = "moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts",
    },
})
