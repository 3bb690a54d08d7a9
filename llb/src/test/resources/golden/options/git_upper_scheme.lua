bk.export(bk.git("HTTPS://Example.com/R.git"))
