-- A Java server: Maven makes it with a whole JDK, and the image has only what runs it.
--
--   luakit build -o server.pb --image-config server.json build.lua
--   config=$(sed 's/"/""/g' server.json)   # as a field of CSV wants it
--   buildctl build --local context=. \
--     --output "type=image,name=server,\"containerimage.config=$config\"" < server.pb

local prelude = require("prelude")

-- PATH and JAVA_HOME are those of the images; they are said here for builds that can't ask a registry for them.
local java = {
    JAVA_HOME = "/opt/java/openjdk",
    PATH = "/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
}
local maven = bk.image("maven:3.9-eclipse-temurin-21"):with_env(java)
local runtime = bk.image("eclipse-temurin:21-jre"):with_env(java)

-- Maven's repository is a cache, so that nothing is downloaded twice, whatever changes.
local source = bk.local_("context", { include = { "pom.xml", "src" } })
local built = prelude.maven(maven, source)

local server = prelude.user(runtime, { name = "web" })
bk.export(prelude.copy_from(server, built, { ["/src/target/server.jar"] = "/app/server.jar" }), {
    entrypoint = { "java", "-jar", "/app/server.jar" },
    expose = { "8080/tcp" },
})
