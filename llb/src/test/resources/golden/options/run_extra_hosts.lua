bk.export(bk.image("alpine:3.19"):run("make", { extra_hosts = { "a=10.0.0.1", "b:2001:DB8:0:0:1:0:0:1", "c=::ffff:1.2.3.4" } }))
