-- Builds a Python program, with its packages in a virtual environment, into a slim image.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg PYTHON_VERSION=3.13
local version = bk.arg("PYTHON_VERSION", "3.12")
local main = bk.arg("MAIN", "main.py")

local python = bk.image("python:" .. version .. "-slim"):with_workdir("/app")

-- A directory that stays from one build to the next.
local downloads = bk.cache("/root/.cache/pip", { id = "pip" })

-- Step 1: the packages. Only what stands in `include` is sent, so this step is done again
-- only where these files have changed.
local wanted = bk.local_("context", { include = { "requirements.txt", "pyproject.toml" } })
local packages = python:run({ "python", "-m", "venv", "/venv" })
    :copy(wanted, ".", "/app")
    :run([[
        set -e
        if [ -f requirements.txt ]; then
            /venv/bin/pip install -r requirements.txt
        fi
    ]], {
        mounts = {
            downloads,
            -- For a private index: buildctl build --secret id=pip.conf,src=pip.conf
            -- bk.secret("/etc/pip.conf", { id = "pip.conf" }),
        },
    })

-- Step 2: the program. A project with a pyproject.toml is installed like a package.
local source = bk.local_("context", {
    exclude = { ".git", ".venv", "out", "build.lua", "luakit.lock", ".luarc.json", "types/*.lua" },
})
local built = packages:copy(source, ".", "/app"):run([[
    if [ -f pyproject.toml ]; then
        /venv/bin/pip install .
    fi
]], { mounts = { downloads } })

-- The image: the environment and the source, without pip's downloads.
local image = python
    :copy(built, "/venv", "/")
    :copy(built, "/app", "/")

bk.export(image, {
    cmd = { "/venv/bin/python", main },
    env = { PYTHONUNBUFFERED = "1" },
    user = "65534:65534", -- nobody
    expose = { "8000/tcp" },
})
