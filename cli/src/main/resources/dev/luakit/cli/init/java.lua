-- Builds a Java program with Maven, and an image that has a runtime for it but no JDK.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg JAVA_VERSION=25
local version = bk.arg("JAVA_VERSION", "21")

local maven = bk.image("maven:3.9-eclipse-temurin-" .. version):with_workdir("/src")

-- The directory of downloaded artifacts stays from one build to the next.
local mounts = {
    bk.cache("/root/.m2/repository", { id = "maven", sharing = "locked" }),
    -- For a private repository: buildctl build --secret id=settings.xml,src=$HOME/.m2/settings.xml
    -- bk.secret("/root/.m2/settings.xml", { id = "settings.xml" }),
}

local source = bk.local_("context", {
    exclude = {
        ".git",
        "**/target",
        "out",
        "build.lua",
        "luakit.lock",
        ".luarc.json",
        "types/*.lua",
    },
})
local built = maven:copy(source, ".", "/src"):run([[
    set -e
    mvn -B package -DskipTests
    mkdir /out
    # The one jar that is neither sources nor what another plugin has left over.
    for jar in target/*.jar; do
        case $jar in
            *-sources.jar | *-javadoc.jar | */original-*) ;;
            *) cp "$jar" /out/app.jar ;;
        esac
    done
]], { mounts = mounts })

-- The image: the jar and a runtime. (A jar with its dependencies in it, as Spring Boot and
-- the shade plugin make it.)
local runtime = bk.image("eclipse-temurin:" .. version .. "-jre")
local image = runtime:copy(built, "/out/app.jar", "/app.jar")

bk.export(image, {
    entrypoint = { "java", "-jar", "/app.jar" },
    user = "65534:65534", -- nobody
    expose = { "8080/tcp" },
})
