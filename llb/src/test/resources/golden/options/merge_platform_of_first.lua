local arm = bk.image("a", { platform = bk.platform("linux/arm64") })
bk.export(bk.merge(arm, bk.image("ubuntu:24.04")):run("make"))
