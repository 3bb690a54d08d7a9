bk.export(bk.image("alpine:3.19"):mkfile("/f", "x", { created_time = "2024-01-01T01:00:00+01:00" }))
