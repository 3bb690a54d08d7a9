bk.export(bk.image("alpine:" .. bk.arg("VERSION")):mkdir(bk.arg("DIRECTORY", "/none")))
