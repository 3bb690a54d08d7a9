-- Limits of the process: one number for both, or soft and hard.
local base = bk.image("alpine:3.19")
local s = base
    :run([[test $(ulimit -Sn):$(ulimit -Hn) = 1024:1024]], { ulimit = { nofile = 1024 } })
    :run([[test $(ulimit -Sn):$(ulimit -Hn) = 512:2048]], { ulimit = { "nofile=512:2048" } })
    :run([[test $(ulimit -Sn):$(ulimit -Hn) = 100:200]], { ulimit = { nofile = { soft = 100, hard = 200 } } })
    :run([[test $(ulimit -c) = 0]], { ulimit = { core = 0 } })
bk.export(s)
