-- prelude.maven keeps the repository, and leaves the program in the state.
local prelude = require("prelude")
local source = bk.scratch():mkfile("/pom.xml", "<project/>")
local base = require("programs")({
    mvn = [[
        test -e pom.xml
        touch /root/.m2/repository/artifact
        mkdir target
        echo "$@" >target/app.jar
    ]],
})
bk.export(prelude.maven(base, source, { tests = false, profiles = { "a", "b" } }):run([[
    set -eux
    options="--batch-mode --no-transfer-progress -Dmaven.repo.local=/root/.m2/repository"
    test "$(cat /src/target/app.jar)" = "$options -DskipTests --activate-profiles a,b package"
    test ! -e /root/.m2/repository/artifact
]]))
