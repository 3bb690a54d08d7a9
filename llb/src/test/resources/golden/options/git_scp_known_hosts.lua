bk.export(bk.git("git@github.com:moby/buildkit.git", { known_ssh_hosts = "github.com ssh-ed25519 AAAA" }))
