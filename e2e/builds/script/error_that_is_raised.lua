-- An error that the script itself raises, with the way to it.
--! fails: error_that_is_raised.lua:6: no version is given
--! fails: error_that_is_raised.lua:8
local function version()
    -- The line of the error is the one that raises it.
    return bk.arg("VERSION") or error("no version is given")
end
bk.export(bk.scratch():mkfile("/version", version()))
