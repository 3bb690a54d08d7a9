#!/usr/bin/env luakit
-- Names and commands in any writing, a shebang, and long strings.
local base = bk.image("alpine:3.19")
local s = base:mkfile("/größe – 大.txt", "ü\n"):run([==[
    set -eux
    test "$(cat '/größe – 大.txt')" = "ü"
]==])
bk.export(s)
