-- A module of script/failing_line_in_a_module.lua; by itself it builds nothing.
--! module
local steps = {}
function steps.failing(state, code)
    return state:run("exit " .. code)
end
return steps
