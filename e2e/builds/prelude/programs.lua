-- Programs that stand in for package managers, which the images here have not: each is a script for
-- the shell.
--! module
return function(programs)
    local s = bk.image("alpine:3.19"):mkdir("/usr/local/bin", { make_parents = true })
    for name, script in pairs(programs) do
        s = s:mkfile("/usr/local/bin/" .. name, "#!/bin/sh\nset -eu\n" .. script, { mode = "0755" })
    end
    return s
end
