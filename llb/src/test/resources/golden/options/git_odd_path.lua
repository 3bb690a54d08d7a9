bk.export(bk.git("https://example.com/a b/ü'(x)!.git"))
