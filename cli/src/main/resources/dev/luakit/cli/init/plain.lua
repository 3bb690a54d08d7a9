-- A build to begin with: an image with a tool and the files of this directory in it.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg ALPINE_VERSION=3.20
local version = bk.arg("ALPINE_VERSION", "3.19")

-- A state is a file system. Nothing changes it: each method returns another one.
local base = bk.image("alpine:" .. version)

-- A command, as RUN in a Dockerfile. The cache mount is a directory that stays from one
-- build to the next.
local tools = base:run("apk add curl", {
    mounts = {
        bk.cache("/etc/apk/cache", { id = "apk" }),
        -- A file that only this command sees: buildctl build --secret id=token,src=token.txt
        -- bk.secret("/run/secrets/token", { id = "token" }),
    },
})

-- The files of the build context, as COPY in a Dockerfile.
local files = bk.local_("context", {
    exclude = { ".git", "out", "build.lua", "luakit.lock", ".luarc.json", "types/*.lua" },
})
local app = tools:copy(files, ".", "/app")

-- Steps that need nothing of each other run at the same time. A file of one state gets into
-- another one by a copy, as COPY --from in a Dockerfile.
local notes = base:run("date > /built-at")
local image = app:copy(notes, "/built-at", "/app/built-at")

-- What is built, and the configuration of the image.
bk.export(image, {
    cmd = { "sh" },
    workdir = "/app",
    labels = { ["org.opencontainers.image.title"] = "app" },
})
