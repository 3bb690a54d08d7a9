local alpine = bk.image("alpine:3.19")
local small = alpine:rm("/usr/share/man", { allow_not_found = true }):rm("/tmp/*.log", {
    allow_wildcard = true,
    allow_not_found = true,
})
