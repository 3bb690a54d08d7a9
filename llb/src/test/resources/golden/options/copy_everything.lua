bk.export(bk.image("alpine:3.19"):copy(bk.local_("context"), "a*", "b/", {
    follow_symlink = true,
    dir_contents_only = true,
    include = { "i1", "i2" },
    exclude = { "e1" },
    required_paths = { "r1", "/r2" },
    attempt_unpack = true,
    allow_wildcard = true,
    allow_empty_wildcard = true,
    always_replace_existing_dest_paths = true,
    created_time = "2023-11-14T22:13:20.000000005Z",
    mode = "0600",
}))
