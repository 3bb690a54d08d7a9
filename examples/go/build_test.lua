-- What the build must stay, whatever is changed about it.
--
--   luakit test build_test.lua

describe("the server", function()
    local build
    before_each(function()
        build = testing.build("build.lua", { args = { VERSION = "1.2.3" } })
    end)

    it("is compiled without C, with its version in it", function()
        local compile = assert.has_op(build, {
            kind = "exec",
            command = "go build",
            env = { CGO_ENABLED = 0 },
        })
        assert.contains("-s -w -X main.version=1.2.3", compile.args)
    end)

    it("downloads its modules before it sees the sources", function()
        local download = assert.has_op(build, { command = "go mod download" })
        local sources = { identifier = "local://context" }
        local seen = download:needs(sources)
        assert.contains("go.mod", seen.attributes["local.includepattern"])
        assert.equal(2, #build:find_all(sources))
    end)

    it("keeps modules and objects in caches", function()
        for _, step in ipairs(build:find_all({ kind = "exec" })) do
            assert.has_op(build, {
                command = step.command,
                mounts = { { kind = "cache", id = "gomod" } },
            })
        end
        assert.has_op(build, {
            command = "go build",
            mounts = { { kind = "cache", id = "gobuild" } },
        })
    end)
end)

describe("the image", function()
    local build = testing.build("build.lua")

    it("has nothing in it but the program", function()
        assert.equal("copy", build.exported.type)
        assert.equal("/server", build.exported.dest)
        assert.equal(1, #build.exported.inputs, "an image below the program")
    end)

    it("runs as nobody, and can be reached", function()
        assert.same({ "/server" }, build.config.entrypoint)
        assert.equal("65534:65534", build.config.user)
        assert.same({ "8080/tcp" }, build.config.ports)
    end)

    it("is that of development unless a version is given", function()
        assert.equal("dev", build.args.VERSION)
    end)
end)
