local paths = {
    "x", "./x", "../x", "../../x", "/x/", "x/", ".", "./", "x/.", "/x/./y", "/x/.", "/", "/.", ".",
    "a//b/../c/", "..", "/..", "a/..", "../",
}
local state = bk.image("alpine:3.19"):with_workdir("/work")
for _, path in ipairs(paths) do
    state = state:mkdir(path)
end
bk.export(state)
