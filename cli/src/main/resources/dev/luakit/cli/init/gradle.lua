-- Builds a Java program with Gradle, and an image that has a runtime for it but no JDK.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=out
--
-- `luakit dag --open build.lua` draws what is built. Change what you like: editors complete
-- and explain bk.* with the Lua language server, which .luarc.json is for.

-- What can be chosen from outside: --build-arg JAVA_VERSION=25
local version = bk.arg("JAVA_VERSION", "21")

local gradle = bk.image("gradle:8-jdk" .. version):with_workdir("/src")

-- What Gradle downloads stays from one build to the next.
local mounts = {
    bk.cache("/home/gradle/.gradle/caches", { id = "gradle", sharing = "locked" }),
    -- For a private repository: buildctl build --secret id=gradle.properties,src=gradle.properties
    -- bk.secret("/home/gradle/.gradle/gradle.properties", { id = "gradle.properties" }),
}

local source = bk.local_("context", {
    exclude = {
        ".git",
        "**/build",
        "**/.gradle",
        "out",
        "build.lua",
        "luakit.lock",
        ".luarc.json",
        "types/*.lua",
    },
})
local built = gradle:copy(source, ".", "/src"):run([[
    set -e
    gradle --no-daemon assemble
    mkdir /out
    # The one jar that holds the program.
    for jar in build/libs/*.jar; do
        case $jar in
            *-plain.jar | *-sources.jar | *-javadoc.jar) ;;
            *) cp "$jar" /out/app.jar ;;
        esac
    done
]], { mounts = mounts })

-- The image: the jar and a runtime. (A jar with its dependencies in it, as Spring Boot and
-- the shadow plugin make it.)
local runtime = bk.image("eclipse-temurin:" .. version .. "-jre")
local image = runtime:copy(built, "/out/app.jar", "/app.jar")

bk.export(image, {
    entrypoint = { "java", "-jar", "/app.jar" },
    user = "65534:65534", -- nobody
    expose = { "8080/tcp" },
})
