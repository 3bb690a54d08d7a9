-- prelude.flatten: all files there are, and none of those that lower layers had.
--! files: a b
local prelude = require("prelude")
local s = bk.scratch():mkfile("/a", "a"):mkfile("/gone", "gone"):rm("/gone"):mkfile("/b", "b")
bk.export(prelude.flatten(s))
