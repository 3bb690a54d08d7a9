local context = bk.local_("context")
bk.export(bk.image("alpine:3.19"):run("make", { mounts = { bk.bind(context, "work", { readonly = false }), bk.bind(context, "./x") } }))
