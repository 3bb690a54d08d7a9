-- A state can copy from itself, and from what it was.
local base = bk.image("alpine:3.19"):mkfile("/one", "1")
local s = base:copy(base, "/one", "/two")
s = s:copy(s, "/two", "/three"):copy(base, "/one", "/four")
bk.export(s:run("test \"$(cat /one /two /three /four)\" = 1111"))
