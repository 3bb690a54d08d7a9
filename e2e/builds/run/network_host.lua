-- With the user's consent a command sees the daemon's own network: a server there answers.
--! allow: network.host
--! server
local base = bk.image("alpine:3.19")
bk.export(base:run('test "$(wget -qO- $SERVER/hello.txt)" = hello', {
    network = "host",
    env = { SERVER = bk.arg("SERVER") },
}))
