-- String form (via shell)
local result = base:run("apt-get update && apt-get install -y curl")

-- Array form (direct exec)
local result = base:run({"apt-get", "update"})

-- Full options
local result = base:run("make -j$(nproc)", {
    cwd = "/app/src",
    env = {
        CC = "gcc",
        CFLAGS = "-O2"
    },
    user = "builder",
    network = "none",
    security = "sandbox",
    mounts = {
        bk.cache("/root/.cache/go-build", { sharing = "shared" }),
        bk.cache("/go/pkg/mod", { sharing = "shared", id = "gomod" }),
        bk.secret("/run/secrets/npmrc", { id = "npmrc" }),
        bk.ssh(),
        bk.tmpfs("/tmp", { size = 1073741824 })
    },
    hostname = "builder",
    valid_exit_codes = {0, 1}
})

-- Exit code range
local result = base:run("mise run test", {
    valid_exit_codes = "0..10"
})
