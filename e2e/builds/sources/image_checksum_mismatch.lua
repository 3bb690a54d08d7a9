-- An image with another digest than the given one is an error in the line that names it.
--! fails: image_checksum_mismatch.lua:3
bk.export(bk.image("alpine:3.19", {
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000",
}):run("true"))
