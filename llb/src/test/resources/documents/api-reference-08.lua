-- Simple copy
local final = runtime:copy(built, "/app/build/server", "/usr/local/bin/server")

-- With ownership and permissions
local final = runtime:copy(built, "/app/build/", "/app/", {
    mode = "0755",
    owner = { user = "app", group = "app" }
})

-- Wildcards and patterns
local final = base:copy(src, "src/*.lua", "/app/", {
    allow_wildcard = true,
    include = {"*.lua"},
    exclude = {"*_test.lua"}
})
