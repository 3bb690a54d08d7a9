-- Simple download
local file = bk.http("https://example.com/archive.tar.gz")

-- With checksum and permissions
local file = bk.http("https://example.com/app", {
    checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    filename = "app",
    chmod = 0755
})

-- With auth
local file = bk.https("https://internal.company.com/file.tar.gz", {
    username = "builder",
    password = "secret"
})
