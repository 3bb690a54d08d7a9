local paths = {
    "x", "./x", "../x", "../../x", "/x/", "x/", ".", "./", "x/.", "/x/./y", "/x/.", "/", "/.", "",
    "a//b/../c/", "..", "/..", "a/..", "../",
}
local source = bk.local_("context"):with_workdir("/src")
local state = bk.image("alpine:3.19"):with_workdir("/work")
for _, path in ipairs(paths) do
    state = state:copy(source, path, path)
end
bk.export(state)
