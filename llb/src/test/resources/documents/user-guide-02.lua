local result = bk.image("alpine:3.19")
    :run("apk add --no-cache git")
    :mkdir("/app")
    :copy(bk.local_("context"), ".", "/app")
