bk.export(bk.git("https://github.com/moby/buildkit.git", {
    ref = "refs/tags/v0.12.0",
    checksum = "18fc875d9bfd6e065cd8211abc639434ba65aa56",
    fetch_by_commit = true,
}))
