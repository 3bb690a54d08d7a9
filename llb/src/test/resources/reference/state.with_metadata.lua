local alpine = bk.image("alpine:3.19")
local lint = alpine:run("make lint"):with_metadata({ description = "lint", progress_group = "checks" })
local test = alpine:run("make test"):with_metadata({ description = "test", progress_group = "checks" })

-- Each build asks again what is new.
local updated = alpine:run("apk upgrade"):with_metadata({ ignore_cache = true })
