bk.export(bk.http("https://example.com/app", {
    checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    filename = "f",
    chmod = "0750",
    uid = 3,
    gid = 4,
    headers = { Accept = "text/plain", ["user-agent"] = "luakit" },
    username = "a b",
    password = "c@d",
    auth_header_secret = "tok",
}))
