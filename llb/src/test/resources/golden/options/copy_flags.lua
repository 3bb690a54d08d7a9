bk.export(bk.image("alpine:3.19"):copy(bk.image("ubuntu:24.04"), "/a*", "/b", {
    dir_contents_only = true,
    attempt_unpack = true,
    allow_wildcard = true,
    allow_empty_wildcard = true,
    always_replace_existing_dest_paths = true,
    required_paths = { "/a1" },
    created_time = "2024-01-01T00:00:00Z",
}))
