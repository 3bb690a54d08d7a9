-- The frontend's image, of the folder that ./rootfs has made. Dockerfile.gateway says the same.
local root = bk.scratch():copy(bk.local_("rootfs"), "/", "/", { dir_contents_only = true })

bk.export(root, {
    entrypoint = { "/luakit/java/bin/java", "@/luakit/options", "dev.luakit.cli.Main", "gateway" },
    env = { LC_ALL = "C.UTF-8" },
    labels = {
        ["moby.buildkit.frontend.network.none"] = "true",
        ["moby.buildkit.frontend.caps"] = "moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts",
    },
})
