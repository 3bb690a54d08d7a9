-- Stands in front of a script and puts a table between it and the library: it prints what the
-- functions are given, and changes or leaves out the one thing that `wanted` names.
local library = bk
local states = {} -- what the script takes for states, each with the state that it stands for
local methods = {}

local function real(value)
    if states[value] then
        return states[value]
    elseif type(value) ~= "table" then
        return value
    end
    local copy = {}
    for key, element in pairs(value) do
        copy[key] = real(element)
    end
    return copy
end

local function stand_in(value)
    if getmetatable(value) ~= "state" then
        return value
    end
    local proxy = setmetatable({}, { __index = methods })
    states[proxy] = value
    return proxy
end

local function altered(value)
    if not wanted.change then
        return nil
    elseif type(value) == "string" then
        -- Far enough from every name that is known: a platform that is a letter away is a slip.
        return value .. (value:find("^%w+$") and "0000" or "0")
    elseif type(value) == "number" then
        return value + 1
    elseif type(value) == "boolean" then
        return not value
    elseif getmetatable(value) == "state" then
        return library.image("changed")
    elseif value[1] then
        value[#value + 1] = "X=0"
    else
        value.X = "0"
    end
    return value
end

-- Calls f for each field of the tables in a value.
local function fields(value, names, f)
    for key, element in pairs(value) do
        if names[key] then
            f(value, key)
        elseif type(element) == "table" then
            fields(element, names, f)
        end
    end
end

local function given(name, path)
    print(name .. " " .. path)
    return name == wanted.call and path == wanted.path
end

local function trace_fields(name, value, path, names)
    if type(value) == "table" then
        fields(value, names, function(table, key)
            if given(name, path .. "." .. key) then
                table[key] = altered(table[key])
            end
        end)
    end
end

local function call(name, self, ...)
    local declaration, count, arguments = declared[name], select("#", ...), {}
    for i = 1, count do
        arguments[i] = real((select(i, ...)))
    end
    for i, parameter in ipairs(declaration.parameters) do
        if arguments[i] ~= nil then
            trace_fields(name, arguments[i], parameter.name, parameter.fields)
            if given(name, parameter.name) then
                arguments[i] = altered(arguments[i])
            end
        end
    end
    local options = arguments[#declaration.parameters + 1]
    for option, names in pairs(declaration.options) do
        if type(options) == "table" and options[option] ~= nil then
            trace_fields(name, options[option], option, names)
            if given(name, option) then
                options[option] = altered(options[option])
            end
        end
    end
    if self then
        return stand_in(self[declaration.name](self, unpack(arguments, 1, count)))
    end
    return stand_in(library[declaration.name](unpack(arguments, 1, count)))
end

local bk = { target_platform = bk.target_platform, build_platform = bk.build_platform }
for name, declaration in pairs(declared) do
    if declaration.method then
        methods[declaration.name] = function(self, ...)
            return call(name, real(self), ...)
        end
    else
        bk[declaration.name] = function(...)
            return call(name, nil, ...)
        end
    end
end
