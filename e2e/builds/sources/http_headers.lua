-- The headers that BuildKit passes on; the server tells those of the request.
--! server
--! capability: source.http.header
local base = bk.image("alpine:3.19")
local file = bk.http(bk.arg("SERVER") .. "/request", {
    headers = { Accept = "text/plain", ["User-Agent"] = "luakit-test" },
})
bk.export(base:copy(file, "request", "/request"):run([[
    set -eux
    grep -qi '^accept: text/plain$' /request
    grep -qi '^user-agent: luakit-test$' /request
]]))
