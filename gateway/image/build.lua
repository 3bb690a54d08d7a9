-- The frontend's image, of the folder that ./rootfs has made.
local root = bk.scratch():copy(bk.local_("rootfs"), "/", "/", { dir_contents_only = true })

bk.export(root, {
    entrypoint = {
        "/luakit/java/bin/java", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC",
        "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xss16m",
        "-cp", "/luakit/lib/luakit-cli.jar:/luakit/lib/gateway/*", "dev.luakit.cli.Main", "gateway",
    },
    env = { LC_ALL = "C.UTF-8" },
    labels = {
        ["moby.buildkit.frontend.network.none"] = "true",
        ["moby.buildkit.frontend.caps"] = "moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts",
    },
})
