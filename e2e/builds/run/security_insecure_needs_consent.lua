-- All privileges are for builds whose user allows it.
--! fails: security.insecure
local base = bk.image("alpine:3.19")
bk.export(base:run("true", { security = "insecure" }))
