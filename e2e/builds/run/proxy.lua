-- Proxies are variables of the command.
local base = bk.image("alpine:3.19")
local s = base:run([[
    set -eux
    test "$http_proxy" = http://proxy:1
    test "$HTTPS_PROXY" = http://proxy:2
    test "$no_proxy" = localhost
]], { proxy = { http_proxy = "http://proxy:1", https_proxy = "http://proxy:2", no_proxy = "localhost" } })
bk.export(s:run('test -z "${http_proxy+set}"'))
