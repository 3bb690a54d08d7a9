bk.export(bk.git("https://github.com/moby/buildkit.git", { ref = "v1", checksum = "73ed6825c4b7569379ef89df0aedcdbe64473d31" }))
