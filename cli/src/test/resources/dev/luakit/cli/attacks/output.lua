--- escape sequences in an error --> 1: \\x1B\[2J\\x07\\x7F
error("\27[2J\7\127", 0)
--- a control character of one byte in an error --> 1: error:
error("\155[2J", 0)
--- control characters of UTF-8 in an error --> 1: \\x9B
error("\194\155[2J", 0)
--- directions of writing in an error --> 1: \\u\{202E\}
error("\226\128\174abc", 0)
--- isolates in an error --> 1: \\u\{2066\}
error("\226\129\166abc", 0)
--- marks that do not show in an error --> 1: \\u\{200B\}\\u\{FEFF\}
error("\226\128\139\239\187\191", 0)
--- line separators in an error --> 1: \\u\{2028\}
error("\226\128\168", 0)
--- lines in an error --> 1: \\nerror: forged\\r\\n
error("\nerror: forged\r\n", 0)
--- escape sequences in the name of a variable's field --> 1: attempt to call field '\?'|attempt to call field
local t = {}
t["\27[2J"]()
--- escape sequences in the name of a chunk --> 1: \\x1B\[2J
loadstring("error('x')", "=\27[2J")()
--- escape sequences in the name of a module --> 1: not (found|allowed)
require("\27[2J")
--- escape sequences in the line that is shown --> 1: :2:
local s = "]0;title"
error(s)
--- escape sequences in a comment of the line that is shown --> 1: :1:
error("x") -- [2J ‮ gnitirw
--- escape sequences in syntax that is none --> 1: near
return x y "[2J"
--- escape sequences in an image's name --> 1 build: \\x1B
bk.export(bk.image("\27[2Jalpine"))
--- escape sequences in an option's name --> 1 build: \\x1B
bk.image("alpine"):run("true", { ["\27[2J"] = 1 })
--- escape sequences in an option's value --> 1 build: \\x1B
bk.image("alpine"):run("true", { network = "\27[2J" })
--- escape sequences in a member of bk --> 1 build: \\x1B
bk["\27[2J"]()
--- escape sequences in a method --> 1 build: \\x1B
local s = bk.scratch()
s["\27[2J"](s)
--- directions of writing in an option's name --> 1 build: \\u\{202E\}
bk.image("alpine"):run("true", { ["\226\128\174"] = 1 })
--- a DOT of hostile strings --> 0 dag --format=dot: [\n\x20-\x7E\x80-\xFF]*
bk.export(bk.image("alpine"):run("echo '\27[2J\"\\\n</text><script>alert(1)</script> \226\128\174 \194\155"):with_metadata({
  description = "\27]0;x\7\"];evil[label=\"" }):mkfile("/\"\\\27", "x"))
--- a JSON of hostile strings --> 0 dag --format=json: [\n\x20-\x7E\x80-\xFF]*
bk.export(bk.image("alpine"):run("echo '\27[2J\"\\\n</text><script>alert(1)</script> \226\128\174 \194\155"):with_metadata({
  description = "\27]0;x\7\"];evil[label=\"" }):mkfile("/\"\\\27", "x"))
--- a text of hostile strings --> 0 dag --format=text: [\n\x20-\x7E\x80-\xFF]*
bk.export(bk.image("alpine"):run("echo '\27[2J\"\\\n</text><script>alert(1)</script> \226\128\174 \194\155"):with_metadata({
  description = "\27]0;x\7\"];evil[label=\"" }):mkfile("/\"\\\27", "x"))
--- a picture of hostile strings --> 0 dag --format=svg: ((?!<script)[\n\x20-\x7E\x80-\xFF])*
bk.export(bk.image("alpine"):run("echo '\27[2J\"\\\n</text><script>alert(1)</script> \226\128\174 \194\155"):with_metadata({
  description = "\27]0;x\7\"];evil[label=\"" }):mkfile("/\"\\\27", "x"))
--- a page of hostile strings --> 0 dag --format=html: ((?!<script>alert)[\n\x20-\x7E\x80-\xFF])*
bk.export(bk.image("alpine"):run("echo '\27[2J\"\\\n</text><script>alert(1)</script> \226\128\174 \194\155"):with_metadata({
  description = "\27]0;x\7\"];evil[label=\"" }):mkfile("/\"\\\27", "x"))
--- an error that looks like a module's, and is long --> 1: module 'x' not found
error("module 'x' not found:" .. ("\n\tno file 'aaaaaaaa'"):rep(1e5))
--- an error that looks like a module's that does not load, and is long --> 1: error loading module
error("error loading module '" .. ("a:\n\t:"):rep(1e5))
--- a long error that is not ASCII, with many modules --> 1: é+… \(9998000 more characters\)
for i = 1, 50 do
  package.preload["m" .. i] = loadstring("return 1", "@m" .. i .. ".lua")
  require("m" .. i)
end
error(("\195\169"):rep(1e7), 0)
--- a letter with a hundred thousand marks on it, in a picture --> 0 dag --format=dot: .{1,9000}
bk.export(bk.image("alpine"):run("echo a" .. ("\204\129"):rep(1e5)))
--- a long name of a chunk --> 1: x
loadstring("error('x')", "=" .. ("x"):rep(1e6))()
