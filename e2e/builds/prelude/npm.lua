-- prelude.npm installs where only the lists of packages are: another change to the sources installs
-- nothing again.
--! builds: 2
local prelude = require("prelude")
local files = bk.scratch()
    :mkfile("/package.json", "{}")
    :mkfile("/package-lock.json", "{}")
    :mkfile("/index.js", "// " .. bk.arg("ROUND"))
local base = require("programs")({
    npm = [[
        test ! -e index.js
        test -e package-lock.json
        touch "$npm_config_cache/package"
        mkdir node_modules
        echo "$@" >node_modules/arguments
        echo "$PWD" >node_modules/directory
        cat /proc/sys/kernel/random/uuid >node_modules/when
    ]],
})
local s = prelude.npm(base, files, { omit = { "dev" }, scripts = false, env = { RUN = bk.arg("RUN") } })
bk.export(s:run([[
    set -eux
    cd /app
    test "$(cat node_modules/arguments)" = "ci --no-audit --no-fund --omit=dev --ignore-scripts"
    test "$(cat node_modules/directory)" = /app
    test ! -e /root/.npm/package
    if [ "$ROUND" = 1 ]; then cp node_modules/when /first/; fi
    cmp node_modules/when /first/when
]], {
    env = { ROUND = bk.arg("ROUND") },
    mounts = { bk.cache("/first", { id = "npm-" .. bk.arg("RUN") }) },
}))
