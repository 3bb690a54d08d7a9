-- The smallest image there is: one file on an empty file system, and no registry needed.
--
--   luakit build build.lua | buildctl build --output type=tar,dest=hello.tar
--   luakit build --build-arg NAME=Lua build.lua | buildctl build --output type=tar,dest=hello.tar

-- A build argument, with what it is where the command line gives none.
local name = bk.arg("NAME", "world")

-- States never change: mkdir and mkfile each return a new one.
local files = bk.scratch()
    :mkdir("/etc/hello", { make_parents = true })
    :mkfile("/etc/hello/name", name .. "\n")
    :mkfile("/greeting.txt", "Hello, " .. name .. "!\n", { mode = "0444" })

-- What is exported is what is built. The options become the image's configuration.
bk.export(files, {
    workdir = "/",
    labels = { ["org.opencontainers.image.title"] = "hello" },
})
