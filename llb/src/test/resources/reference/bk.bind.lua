local context = bk.local_("context")
local golang = bk.image("golang:1.22")
local checked = golang:run("go vet ./...", { cwd = "/src", mounts = { bk.bind(context, "/src") } })

-- A single file of another image.
local compressed = golang:run("busybox gzip /out/app", {
    mounts = { bk.bind(bk.image("alpine:3.19"), "/usr/bin/busybox", { selector = "/bin/busybox" }) },
})
