bk.export(bk.git("git@github.com:moby/buildkit.git", { mount_ssh_sock = "deploy" }))
