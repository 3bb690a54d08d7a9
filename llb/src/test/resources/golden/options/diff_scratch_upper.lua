bk.export(bk.diff(bk.image("alpine:3.19"), bk.scratch()))
