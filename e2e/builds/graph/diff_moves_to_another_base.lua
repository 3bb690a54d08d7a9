-- What was installed on one base is put onto another.
local base = bk.image("alpine:3.19")
local installed =
    base:run("mkdir -p /opt/tool && echo v1 > /opt/tool/version && ln -s /opt/tool/version /opt/v")
local other = bk.image("ubuntu:24.04"):mkfile("/other", "")
bk.export(bk.merge(other, bk.diff(base, installed)):run([[
    set -eux
    test -e /other
    test "$(cat /opt/v)" = v1
]]))
