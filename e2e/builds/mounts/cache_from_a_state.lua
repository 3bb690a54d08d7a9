-- A cache can begin with the files of a state, or of a path in it; what is done to it stays in it.
local base = bk.image("alpine:3.19")
local id = "from-" .. bk.arg("RUN")
local first = bk.scratch():mkfile("/file", "first"):mkdir("/dir"):mkfile("/dir/inside", "inside")
local function cache(options)
    options.id = id .. (options.selector or "")
    options.from = first
    return { bk.cache("/c", options) }
end

local s = base
    :run('test "$(cat /c/file)" = first && echo changed > /c/file && rm /c/dir/inside', { mounts = cache({}) })
    :run('test "$(cat /c/file)" = changed && test ! -e /c/dir/inside', { mounts = cache({}) })
    :run('test "$(ls /c)" = inside', { mounts = cache({ selector = "/dir" }) })
bk.export(s:run('test "$(cat /first/file)" = first', { mounts = { bk.bind(first, "/first") } }))
