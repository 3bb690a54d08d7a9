-- Copy files between states
local result = base:copy(source, "/src", "/dst")

-- Create directory
local result = base:mkdir("/app/data", { mode = "0755" })

-- Create file
local result = base:mkfile("/app/config.json", '{"key":"value"}')

-- Remove files
local result = base:rm("/tmp/*", { allow_wildcard = true })

-- Create symlink
local result = base:symlink("/usr/bin/node", "/usr/local/bin/node")
