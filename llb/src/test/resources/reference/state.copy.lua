local context = bk.local_("context")
local alpine = bk.image("alpine:3.19")

-- All of the context's files to /app, as COPY . /app does.
local app = alpine:copy(context, ".", "/app")

-- Some of them, for a user; and one program.
local scripts = alpine:copy(context, "bin/*.sh", "/usr/local/bin/", {
    allow_wildcard = true,
    exclude = { "*_test.sh" },
    mode = "0755",
    owner = "root:bin",
})
local server = bk.scratch():copy(app, "/app/server", "/server", { mode = "a+x" })
