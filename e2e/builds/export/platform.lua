-- An image for another platform says so.
--! config: "architecture":"arm64"
--! config: "os":"linux"
bk.export(bk.scratch():mkfile("/f", ""), { os = "linux", arch = "arm64" })
