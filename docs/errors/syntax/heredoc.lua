-- luakit validate heredoc.lua
local s = bk.image("alpine:3.19"):run(<<EOF
apk add curl
EOF)
