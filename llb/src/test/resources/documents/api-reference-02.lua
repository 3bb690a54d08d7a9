-- Entire context
local ctx = bk.local_("context")

-- With patterns
local src = bk.local_("context", {
    include = {"*.go", "go.mod", "go.sum"},
    exclude = {"vendor/", "*.test"}
})
