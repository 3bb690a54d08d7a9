bk.export(bk.image("tonistiigi/xx:1.4"))
