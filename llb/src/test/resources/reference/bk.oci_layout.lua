-- buildctl build --oci-layout base=path/to/layout
local base = bk.oci_layout("local/base@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", {
    store = "base",
})
