-- Default: sandboxed (restricted)
local result = base:run("make", { security = "sandbox" })

-- Insecure (full privileges, equivalent to --privileged)
local result = base:run("dmesg", { security = "insecure" })
