bk.export(bk.image("alpine:3.19"):run("make", { proxy = { http_proxy = "h", https_proxy = "s", ftp_proxy = "f", no_proxy = "n", all_proxy = "a" } }))
