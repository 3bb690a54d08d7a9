-- Simple removal
local s = base:rm("/tmp/build-artifacts")

-- With wildcards
local s = base:rm("/tmp/*.o", {
    allow_wildcard = true
})

-- Don't error if missing
local s = base:rm("/opt/optional", {
    allow_not_found = true
})
