bk.export(bk.image("alpine:3.19", { layer_limit = 2 }))
