-- What a build may use and must not keep: a token, as a file and as a variable, and the user's SSH agent.
--
--   luakit build build.lua | buildctl build --local context=. --secret id=token,src=token.txt \
--     --output type=local,dest=out
--   luakit build --target private build.lua | buildctl build --local context=. --ssh default \
--     --output type=local,dest=out

local prelude = require("prelude")

local alpine = bk.image("alpine:3.19")

local stage = prelude.stages({
    -- The token is in memory while the command runs: neither a layer nor the cache nor the definition has it.
    settings = function()
        local source = bk.local_("context", { include = { "configure.sh" } })
        local made = alpine:run({ "/bin/sh", "/src/configure.sh", "/out/settings.conf" }, {
            mounts = {
                bk.bind(source, "/src"),
                bk.bind(bk.scratch(), "/out", { readonly = false }),
                bk.secret("/run/secrets/token"),
            },
            secret_env = { TOKEN_IN_VARIABLE = "token" },
        })
        return made:get_mount("/out")
    end,

    -- The agent signs for the command, which never sees a key. The host's key is written down, and not asked for.
    private = function()
        local known = bk.local_("context", { include = { "known_hosts" } })
        local git = prelude.apk(alpine, { "git", "openssh-client" })
        local cloned = git:run("git clone --depth 1 git@github.com:example/private.git /src", {
            env = { GIT_SSH_COMMAND = "ssh -o UserKnownHostsFile=/run/known_hosts" },
            mounts = { bk.bind(known, "/run/known_hosts", { selector = "known_hosts" }), bk.ssh() },
        })
        return prelude.copy_from(bk.scratch(), cloned, { "/src" })
    end,
})

bk.export(stage(bk.target or "settings"))
