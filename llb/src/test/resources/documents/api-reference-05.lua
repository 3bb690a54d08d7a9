-- Base for minimal images
local empty = bk.scratch()

-- Copy only what's needed
local result = empty:copy(built, "/app/server", "/server")
