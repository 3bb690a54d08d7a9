bk.export(bk.git("https://example.com/r.git", { mount_ssh_sock = "x", known_ssh_hosts = "k" }))
