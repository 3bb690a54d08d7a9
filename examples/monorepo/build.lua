-- Several services in one repository: modules say how they are built, their tests run at the same time, and each
-- depends on its own files and the shared ones alone.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--   luakit build --target test build.lua | buildctl build --local context=.
--   luakit build --target worker -o worker.pb --image-config worker.json build.lua

local prelude = require("prelude")
local service = require("lib.service")

local services = { require("services.api"), require("services.worker") }

-- One stage for each service, in which it is tested before it is built.
local definitions = {}
local tests = {}
for _, description in ipairs(services) do
    local test = service.test(description)
    tests[#tests + 1] = test
    definitions[description.name] = function()
        return prelude.after(service.build(description), { test })
    end
end

-- Nothing but all tests; they run side by side, and one that fails fails the build.
function definitions.test()
    return prelude.after(bk.scratch(), tests)
end

-- The files of all services, each in a folder of its own.
function definitions.all(stage)
    local files = bk.scratch()
    for _, description in ipairs(services) do
        files = files:copy(stage(description.name), "/app", "/" .. description.name)
    end
    return files
end

local stage = prelude.stages(definitions)

local command
for _, description in ipairs(services) do
    if description.name == bk.target then
        command = description.command
    end
end
bk.export(stage(bk.target or "all"), { cmd = command, env = { PYTHONPATH = "/app/shared" } })
