bk.export(bk.image("alpine:3.19"):run("make", { resources = { memory = "1g", memory_swap = -1, cpu_shares = 512, cpu_period = 100000, cpu_quota = 50000, cpuset_cpus = "0-3", cpuset_mems = "0" } }))
