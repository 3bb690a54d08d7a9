-- Which services are built and tested for which target.
--
--   luakit test .

local function command(build)
    return table.concat(build.config.cmd, " ")
end

describe("each service", function()
    for _, name in ipairs({ "api", "worker" }) do
        it(name .. " is built alone, after its own tests", function()
            local build = testing.build("build.lua", { target = name })
            assert.match("^python3 main%.py", command(build))
            assert.has_op(build, { kind = "copy", src = "services/" .. name })
            assert.not_nil(
                build.exported:needs({ kind = "exec", command = "services/" .. name .. " " })
            )
            local others = build:find_all({ kind = "exec", command = "unittest" })
            assert.equal(1, #others, "tests of other services are run")
        end)
    end

    it("sees no file of another one", function()
        for _, source in ipairs(testing.build("build.lua").ops) do
            if source.type == "local" then
                local name = source.attributes["local.sharedkeyhint"]
                assert.equal(
                    '["shared","services/' .. name .. '"]',
                    source.attributes["local.includepattern"]
                )
            end
        end
    end)
end)

describe("the target test", function()
    it("runs all tests side by side", function()
        local build = testing.build("build.lua", { target = "test" })
        local tests = build:find_all({ kind = "exec", command = "unittest" })
        assert.equal(2, #tests)
        for _, test in ipairs(tests) do
            assert.is_nil(test:needs({ command = "unittest" }), "one waits for another")
            assert.same({ "/src" }, { test.mounts[1].target })
        end
    end)
end)

describe("a target that there is not", function()
    it("is an error that names those that there are", function()
        assert.fails(function()
            testing.build("build.lua", { target = "apo" })
        end, "api")
    end)
end)
