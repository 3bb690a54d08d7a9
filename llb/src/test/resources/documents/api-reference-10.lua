-- Simple file
local s = base:mkfile("/app/config.json", '{"key": "value"}')

-- With permissions
local s = base:mkfile("/app/config.json", '{"key": "value"}', {
    mode = "0644",
    owner = { user = "root", group = "root" }
})

-- Script with execute bit
local s = base:mkfile("/app/start.sh", "#!/bin/sh\necho starting", {
    mode = "0755"
})
