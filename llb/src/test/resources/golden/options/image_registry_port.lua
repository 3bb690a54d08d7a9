bk.export(bk.image("localhost:5000/team/app:1"))
