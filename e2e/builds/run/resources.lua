-- Limits of memory and processor time are those of the command's cgroup, of either version.
--! capability: exec.meta.linux.resources
local base = bk.image("alpine:3.19")
bk.export(base:run([[
    set -eux
    cd /sys/fs/cgroup
    if test -e cgroup.controllers; then
        test "$(cat memory.max)" = 67108864
        test "$(cat cpu.max)" = "50000 100000"
    else
        test "$(cat memory/memory.limit_in_bytes)" = 67108864
        test "$(cat cpu/cpu.cfs_quota_us):$(cat cpu/cpu.cfs_period_us)" = 50000:100000
    fi
]], { resources = { memory = "64m", cpu_quota = 50000, cpu_period = 100000 } }))
