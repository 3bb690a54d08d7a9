-- Create symlink
local s = base:symlink("/usr/bin/python3", "/usr/bin/python")

-- Node.js version symlink
local s = base:symlink("/usr/local/bin/node-v20", "/usr/local/bin/node")
