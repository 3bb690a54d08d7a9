--- ten million operations --> 3 build --max-ops=20k: :2: the script made more than 20000 operations
local s = bk.scratch()
while true do s = s:mkdir("/a") end
--- ten million operations, with the memory as it is --> 3 build: the script (used|made|ran).* more than
local s = bk.scratch()
while true do s = s:mkdir("/a") end
--- ten million images --> 3 build: the script (used|made|ran).* more than
local t = {}
for i = 1, 1e7 do t[i] = bk.image("alpine:" .. i) end
--- ten million runs --> 3 build: the script (used|made|ran) more than
local s = bk.image("alpine")
while true do s = s:run("true") end
--- operations are garbage, and count --> 3 build --max-ops=10k: the script made more than 10000 operations
while true do bk.scratch():mkdir("/a") end
--- ten million operations through merge --> 3 build: the script (used|made|ran) more than
local s = bk.scratch():mkdir("/a")
for i = 1, 1e7 do s = bk.merge(s, bk.scratch():mkdir("/" .. i)) end
--- a merge of many --> 3 build: (the script|the definition) .*more than|larger than
local t = {}
for i = 1, 5000 do t[i] = bk.scratch():mkdir("/" .. i) end
while true do t[#t] = bk.merge(unpack(t)) end
--- a merge of the same, doubled sixty times --> 0 build --image-config=/dev/null -o /dev/null:
local s = bk.scratch():mkdir("/a")
for i = 1, 60 do s = bk.merge(s, s:mkdir("/" .. i)) end
bk.export(s)
--- a diamond of sixty levels --> 0 validate: .*ok \(121 ops\)
local s = bk.scratch():mkdir("/a")
for i = 1, 60 do s = bk.scratch():copy(s, "/", "/a"):copy(s, "/", "/b") end
bk.export(s)
--- a chain of a hundred thousand operations --> 0 validate --max-instructions=1g --max-memory=1g: .*ok \(100001 ops\)
local s = bk.image("alpine")
for i = 1, 1e5 do s = s:mkdir("/a" .. i) end
bk.export(s)
--- a chain of runs, a mount each --> 0 validate --max-instructions=1g: .*ok \(.*ops\)
local s = bk.image("alpine")
for i = 1, 1e4 do s = s:run("true", { mounts = { bk.bind(s, "/x") } }) end
bk.export(s)
--- data of a hundred million bytes --> 3 build: the (script|definition) .*(more|larger) than
bk.export(bk.scratch():mkfile("/a", ("x"):rep(1e8)))
--- data of a hundred million bytes, many times --> 3 build: the (script|definition) .*(more|larger) than
local s, data = bk.scratch(), ("x"):rep(1e7)
for i = 1, 1e4 do s = s:mkfile("/a" .. i, data) end
bk.export(s)
--- environment of a megabyte --> 3 build: the (script|definition) .*(more|larger) than
local s, env = bk.image("alpine"), {}
for i = 1, 1e5 do env["NAME" .. i] = ("x"):rep(100) end
while true do s = s:run("true", { env = env }) end
--- environment that is kept --> 3 build: the (script|definition) .*(more|larger) than
local s = bk.image("alpine")
for i = 1, 1e6 do s = s:with_env({ ["NAME" .. i] = ("x"):rep(1000) }) end
--- labels of a megabyte --> 3 build: the (script|definition) .*(more|larger) than
local labels = {}
for i = 1, 1e6 do labels["name" .. i] = ("x"):rep(100) end
bk.export(bk.scratch(), { labels = labels })
--- a command of a million arguments --> 3 build: the (script|definition) .*(more|larger) than
local args = {}
for i = 1, 1e6 do args[i] = "x" end
local s = bk.image("alpine")
while true do s = s:run(args) end
--- a description of megabytes --> 3 build: the (script|definition) .*(more|larger) than
local s = bk.image("alpine")
local text = ("x"):rep(1e6)
while true do s = s:run("true"):with_metadata({ description = text }) end
--- a table of options that is a trap --> 1 build: (trap|unknown|option|expected|metatable)
bk.export(bk.image("alpine"):run("true", setmetatable({}, { __index = function() error("trap") end, __pairs = function() error("trap") end })))
error("trap")
--- a table of options that makes options for ever --> 3 build: the script (ran|used) more than
local t = setmetatable({}, { __index = function() while true do end end })
bk.image("alpine"):run("true", t)
while true do end
--- a table of options that holds itself --> 1 build: expected|must be|table
local t = {}
t.env = t
bk.image("alpine"):run("true", t)
--- a table of options with itself as a key --> 1 build: expected|must be|option|name
local t = {}
t[t] = t
bk.image("alpine"):run("true", t)
--- a list with a hole --> 1 build: hole|nil|missing|list
bk.image("alpine"):run({ "a", nil, "b" })
--- a list that is far too long by its keys --> 1 build: hole|nil|missing|list
bk.image("alpine"):run({ "a", [2^53] = "b" })
--- a list of a million mounts --> 3 build: the (script|definition) .*(more|larger) than
local m = {}
for i = 1, 1e6 do m[i] = bk.cache("/c" .. i) end
bk.export(bk.image("alpine"):run("true", { mounts = m }))
--- a list that is many times the same --> 0 dag --format=text: .*run true.*
local c, m = bk.cache("/c"), {}
for i = 1, 1e4 do m[i] = c end
bk.export(bk.image("alpine"):run("true", { mounts = m }))
--- a NUL in a path --> 0 validate: .*ok.*
bk.export(bk.scratch():mkdir("/a\0b"))
--- a NUL in an image's name --> 1 build: :1:
bk.export(bk.image("alp\0ine"))
--- a NUL in an id --> 0 validate: .*ok.*
bk.export(bk.image("alpine"):run("true", { mounts = { bk.cache("/c", { id = "a\0b" }) } }))
--- a path that is not UTF-8 --> 1 build: :1:
bk.export(bk.scratch():mkdir("/\255"))
--- an environment that is not UTF-8 --> 1 build: :1:
bk.export(bk.image("alpine"):run("true", { env = { A = "\255" } }))
--- a command that is not UTF-8 --> 1 build: :1:
bk.export(bk.image("alpine"):run("echo \255"))
--- data that is not UTF-8 is data --> 0 validate: .*ok.*
bk.export(bk.scratch():mkfile("/a", "\0\255\254"))
--- a path of a megabyte --> 3 build: the (script|definition) .*(more|larger) than
local s, path = bk.scratch(), "/" .. ("x"):rep(1e6)
while true do s = s:mkdir(path) end
--- a path that goes up --> 0 validate: .*
bk.export(bk.scratch():mkdir("/../../etc"))
--- a mode of infinity --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = 1/0 }))
--- a mode of NaN --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = 0/0 }))
--- a mode of 2^53 --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = 2^53 }))
--- a mode that is negative --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = -1 }))
--- a mode with a fraction --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = 0.5 }))
--- a mode of a million digits --> 1 build: mode
bk.export(bk.scratch():mkdir("/a", { mode = ("7"):rep(1e6) }))
--- a time of infinity --> 1 build: created_time
bk.export(bk.scratch():mkdir("/a", { created_time = 1/0 }))
--- a time of NaN --> 1 build: created_time
bk.export(bk.scratch():mkdir("/a", { created_time = 0/0 }))
--- a user of 2^53 --> 1 build: :1:
bk.export(bk.scratch():mkdir("/a", { owner = { user = 2^53 } }))
--- a user of NaN --> 1 build: :1:
bk.export(bk.scratch():mkdir("/a", { owner = { user = 0/0 } }))
--- a user that is negative --> 1 build: :1:
bk.export(bk.scratch():mkdir("/a", { owner = { user = -1 } }))
--- a port of infinity --> 1 build: :1:
bk.export(bk.scratch(), { expose = { 1/0 } })
--- a port of 65536 --> 1 build: :1:
bk.export(bk.scratch(), { expose = { 65536 } })
--- a port of NaN --> 1 build: :1:
bk.export(bk.scratch(), { expose = { 0/0 } })
--- exit codes of infinity --> 1 build: valid_exit_codes
bk.export(bk.image("alpine"):run("true", { valid_exit_codes = 1/0 }))
--- exit codes in a great range --> 1 build: valid_exit_codes
bk.export(bk.image("alpine"):run("true", { valid_exit_codes = "0..99999999999999999999" }))
--- exit codes the wrong way round --> 1 build: valid_exit_codes
bk.export(bk.image("alpine"):run("true", { valid_exit_codes = "9..1" }))
--- a size of infinity --> 1 build: :1:
bk.export(bk.image("alpine"):run("true", { mounts = { bk.tmpfs("/t", { size = 1/0 }) } }))
--- a size of NaN --> 1 build: :1:
bk.export(bk.image("alpine"):run("true", { mounts = { bk.tmpfs("/t", { size = 0/0 }) } }))
--- a size that is negative --> 1 build: :1:
bk.export(bk.image("alpine"):run("true", { mounts = { bk.tmpfs("/t", { size = -1 }) } }))
--- an export twice --> 1 build: bk.export
bk.export(bk.scratch())
bk.export(bk.scratch())
--- an export in a coroutine --> 0 validate: .*ok.*
coroutine.wrap(function() bk.export(bk.scratch():mkdir("/a")) end)()
--- an export in a coroutine that ends with a limit --> 3 build: the script ran more than
coroutine.wrap(function() bk.export(bk.scratch():mkdir("/a")) while true do end end)()
--- no export --> 1 build: never calls bk.export
bk.scratch()
--- an export of nothing --> 1 build: :1:
bk.export()
--- an export of a number --> 1 build: :1:
bk.export(1)
--- an export of a table that looks like a state --> 1 build: :1:
bk.export(setmetatable({}, getmetatable(bk.scratch())))
--- a method of a state on something else --> 1 build: :1:
bk.scratch().run({}, "true")
--- the metatable of states --> 1 build: :\d:
local m = getmetatable(bk.scratch())
m.__index = function() return print end
error("x")
--- a state is not changed --> 1 build: :1:
bk.scratch().x = 1
--- a state as a key --> 0 validate: .*ok.*
local s = bk.scratch():mkdir("/a")
local t = { [s] = s }
bk.export(t[s])
--- a mount in two runs --> 0 validate: .*ok.*
local m = bk.cache("/c")
local s = bk.image("alpine"):run("true", { mounts = { m } }):run("true", { mounts = { m } })
bk.export(s)
--- an image of a name of a megabyte --> 1 build: :1:
bk.export(bk.image(("x"):rep(1e6)))
--- an image of an odd name --> 1 build: :1:
bk.export(bk.image("../../x"))
--- a URL of a megabyte --> 3 build: the (script|definition) .*(more|larger) than
local t, url = {}, "https://example.com/" .. ("x"):rep(1e6)
while true do t[#t + 1] = bk.http(url) end
--- a git repository that is an option --> 1 build: :1:
bk.export(bk.git("--upload-pack=touch x"))
--- platforms without end --> 3 build: the script (ran|used|made) more than
while true do bk.platform("linux/amd64") end
--- a command with lines and quotes --> 0 validate: .*ok.*
bk.export(bk.image("alpine"):run("echo '\n\"\\\27[2J"))
--- a great definition --> 3 build --max-definition=10k: the definition is larger than 10240 bytes
local s = bk.scratch()
for i = 1, 1000 do s = s:mkdir("/" .. i) end
bk.export(s)
--- a great dag --> 0 dag --max-instructions=1g --format=text -o /dev/null:
local s = bk.scratch()
for i = 1, 2000 do s = s:mkdir("/" .. i) end
bk.export(s)
--- one long label, in a list again and again --> 3 build: the script used more than
local labels, text = {}, "A=" .. ("x"):rep(1e6)
for i = 1, 2000 do labels[i] = text end
bk.export(bk.scratch(), { labels = labels })
--- one long label under many names --> 3 build: the script used more than
local labels, text = {}, ("x"):rep(1e6)
for i = 1, 2000 do labels["A" .. i] = text end
bk.export(bk.scratch(), { labels = labels })
--- one long variable, in a list again and again --> 3 build: the script used more than
local env, text = {}, "A=" .. ("x"):rep(1e6)
for i = 1, 2000 do env[i] = text end
bk.export(bk.image("alpine"):run("true", { env = env }))
--- one long host, in a list again and again --> 3 build: the script used more than
local hosts, text = {}, ("x"):rep(1e6) .. "=10.0.0.1"
for i = 1, 2000 do hosts[i] = text end
bk.export(bk.image("alpine"):run("true", { extra_hosts = hosts }))
--- one long ulimit, in a list again and again --> 3 build: the script used more than
local limits, text = {}, ("x"):rep(1e6) .. "=10"
for i = 1, 2000 do limits[i] = text end
bk.export(bk.image("alpine"):run("true", { ulimit = limits }))
--- one mount of a long path, again and again --> 3 build: the script used more than
local mounts, mount = {}, bk.cache("/" .. ("x"):rep(1e6))
for i = 1, 1e4 do mounts[i] = mount end
bk.export(bk.image("alpine"):run("true", { mounts = mounts }))
--- a picture of many mounts, of a state each --> 0 dag --format=dot -o /dev/null --max-instructions=200m --max-memory=1g:
local mounts = {}
for i = 1, 3e4 do mounts[i] = bk.bind(bk.scratch():mkdir("/" .. i), "/m" .. i) end
bk.export(bk.image("alpine"):run("true", { mounts = mounts }))
--- one long argument of an entrypoint, again and again --> 3 build: the script used more than
local arguments, text = {}, ("x"):rep(1e6)
for i = 1, 5000 do arguments[i] = text end
bk.export(bk.scratch(), { entrypoint = arguments, cmd = arguments, volumes = arguments })
--- one short argument of an entrypoint, a million times --> 3 build: the script used more than
local arguments, text = {}, ("x"):rep(1000)
for i = 1, 1e6 do arguments[i] = text end
bk.export(bk.scratch(), { entrypoint = arguments })
--- one long pattern, again and again --> 3 build: the script used more than
local patterns, text = {}, ("x"):rep(1e6)
for i = 1, 5000 do patterns[i] = text end
bk.export(bk.local_("context", { include = patterns }))
--- a pattern that takes much more as JSON --> 3 build: the script used more than
bk.export(bk.local_("context", { include = { ("\1"):rep(8e6) } }))
--- a user that takes much more as JSON --> 3 build: the script used more than
bk.export(bk.scratch(), { user = ("\1"):rep(1e7) })
--- a label that is larger than the definition may be --> 3 build --max-definition=1m: the definition is larger than 1048576 bytes
bk.export(bk.scratch(), { labels = { a = ("x"):rep(2e6) } })
--- mounts that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local t = {}
for i = 1, 1e9 do t[i] = bk.secret("/a", { id = ("x"):rep(1e5) .. i }) end
--- empty mounts that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local t = {}
for i = 1, 1e9 do t[i] = bk.tmpfs("/a") end
--- environments that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local t, s = {}, bk.image("alpine")
for i = 1, 1e9 do t[i] = s:with_env({ A = ("x"):rep(1e5) .. i }) end
--- environments that grow and are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local t, s = {}, bk.image("alpine")
for i = 1, 1e9 do s = s:with_env({ ["A" .. i] = "x" }) t[i] = s end
--- users that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local t, s = {}, bk.image("alpine")
for i = 1, 1e9 do t[i] = s:with_user(("u"):rep(1e5) .. i) end
--- a directory that gets longer and longer --> 3 build --max-memory=32m: the (script|definition) .*(more|larger) than
local s = bk.image("alpine")
while true do s = s:with_workdir(("d"):rep(1000)) end
--- build arguments without end --> 3 build --max-memory=32m: the script (used|ran) more than
for i = 1, 1e9 do bk.arg("A" .. i, ("x"):rep(1e5)) end
--- variables of the environment without end --> 3 build --max-memory=32m: the script (used|ran) more than
for i = 1, 1e9 do os.getenv("A" .. i) end
--- all ports, again and again --> 3 build: the script ran more than
local list = {}
for i = 1, 3e5 do list[i] = "1-65535" end
bk.export(bk.scratch(), { expose = list })
--- a long list that is wrong at its end, again and again --> 3 build: the script ran more than
local e, s = {}, bk.image("alpine")
for i = 1, 1e5 do e[i] = "A" .. i .. "=b" end
e[#e + 1] = "wrong"
while true do pcall(s.with_env, s, e) end
--- descriptions that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local s, text = bk.image("alpine"):run("true"), ("x"):rep(1e5)
for i = 1, 1e9 do s = s:with_metadata({ description = text .. i }) end
--- progress groups that are kept --> 3 build --max-memory=32m: the script used more than 33554432 bytes
local s, text = bk.image("alpine"):run("true"), ("x"):rep(1e5)
for i = 1, 1e9 do s = s:with_metadata({ progress_group = { id = text .. i, name = text } }) end
--- one description again and again --> 3 build --max-definition=10m: the definition is larger than 10485760 bytes
local s, text = bk.image("alpine"), ("x"):rep(1e6)
for i = 1, 100 do s = s:run("true"):with_metadata({ description = text }) end
bk.export(s)
--- a program of megabytes with spaces --> 0 validate --max-memory=1g: .*ok.*
bk.export(bk.image("alpine"), { entrypoint = { ("a "):rep(1e7) } })
--- a copy from a path of millions of parts --> 0 validate --max-memory=1g: .*ok.*
bk.export(bk.scratch():copy(bk.image("alpine"), ("a/"):rep(4e6), "/a"))
