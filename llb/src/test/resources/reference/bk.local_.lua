local context = bk.local_("context")

-- Only what the compiler reads: a change to anything else builds nothing again.
local sources = bk.local_("context", {
    include = { "**/*.go", "go.mod", "go.sum" },
    exclude = { "**/*_test.go", "vendor" },
})
