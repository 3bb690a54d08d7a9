bk.export(bk.image("alpine:3.19"):symlink("/x", "/y", {
    owner = { user = 7, group = "8" },
    created_time = "2024-01-01T00:00:00Z",
}))
