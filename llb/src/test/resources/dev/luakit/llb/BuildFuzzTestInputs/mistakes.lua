print(pcall(bk.image, 1), pcall(bk.image, "a b"), pcall(bk.cache, "/x", { sharing = "sharde" }))
local s = bk.scratch()
print(pcall(s.run, s, {}), pcall(s.copy, s, s), pcall(function() return s.nothing end))
bk.export(s, { labels = { [1] = 2 } })
