-- How every service of this repository is tested and built.

local prelude = require("prelude")

local service = {}

-- PATH is that of the image; it is said here for builds that can't ask a registry for it.
local python = bk.image("python:3.12-slim"):with_env({
    PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
})

-- A change to one service is none to the others, as they never see its files.
local function sources(description, exclude)
    return bk.local_("context", {
        include = { "shared", "services/" .. description.name },
        exclude = exclude,
        shared_key_hint = description.name,
    })
end

--- The state after the service's tests.
function service.test(description)
    local checks = prelude.checks(python, {
        [description.name] = {
            "python3",
            "-m",
            "unittest",
            "discover",
            "-s",
            "services/" .. description.name,
            "-p",
            "*_test.py",
        },
    }, {
        cwd = "/src",
        env = { PYTHONDONTWRITEBYTECODE = 1, PYTHONPATH = "/src/shared" },
        mounts = { bk.bind(sources(description, { "**/*.lua" }), "/src") },
    })
    return checks[1]
end

--- The service, without its tests, for a user of its own.
function service.build(description)
    local files = sources(description, { "**/*.lua", "**/*_test.py" })
    return prelude.user(python, { name = "service" })
        :copy(files, "shared", "/app/shared")
        :copy(files, "services/" .. description.name, "/app/" .. description.name)
        :with_workdir("/app/" .. description.name)
end

return service
