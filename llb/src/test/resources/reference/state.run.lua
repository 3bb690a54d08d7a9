local alpine = bk.image("alpine:3.19")

-- A command line for the shell, and a program with its arguments.
local tools = alpine:run("apk add --no-cache make && make --version")
local listed = alpine:run({ "ls", "-l", "/my folder" }, { valid_exit_codes = { 0, 1 } })

-- A build as it is in practice.
local context = bk.local_("context")
local built = bk.image("golang:1.22"):run("go build -o /out/server ./cmd/server", {
    cwd = "/src",
    env = { CGO_ENABLED = 0, GOFLAGS = "-trimpath" },
    network = "none",
    mounts = {
        bk.bind(context, "/src"),
        bk.cache("/root/.cache/go-build"),
        bk.tmpfs("/tmp", { size = "1g" }),
    },
    resources = { memory = "2g", cpu_quota = 150000, cpu_period = 100000 },
})

-- A test with a limit of open files, a host that only it knows, and a token in a variable.
local tested = built:run("/out/server --self-test", {
    ulimit = { nofile = { soft = 1024, hard = 4096 } },
    extra_hosts = { ["db.local"] = "127.0.0.1" },
    secret_env = { { name = "TOKEN", id = "ci-token", optional = true } },
})
