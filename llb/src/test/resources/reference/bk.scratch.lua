local built = bk.image("golang:1.22"):run("go build -o /server .", { cwd = "/src" })

-- An image with one file in it.
bk.export(bk.scratch():copy(built, "/server", "/server"), { entrypoint = { "/server" } })
