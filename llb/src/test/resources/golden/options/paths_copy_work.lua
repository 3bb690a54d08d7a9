local paths = {
    "x", "./x", "../x", "../../x", "/x/", "x/", ".", "./", "x/.", "/x/./y", "/x/.", "/", "/.", "",
    "a//b/../c/", "..", "/..", "a/..", "../",
}
local source = bk.local_("context"):with_workdir("/src")
local state = bk.image("alpine:3.19"):with_workdir("/work")
-- As a target, a dot is a directory for a script; the client takes it for any other name.
local dots = { ["."] = "/work", [".."] = "/" }
for _, path in ipairs(paths) do
    state = state:copy(source, path, dots[path] or path)
end
bk.export(state)
