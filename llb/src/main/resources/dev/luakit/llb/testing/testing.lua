-- What test files have besides `bk`: `assert`, and the methods of builds and their operations.
--
-- The chunk returns `assert`, and a metatable for each kind of table that a graph is told in. Its own lines are hidden,
-- so an error that is raised here is one of the line of the test that called.

local lua_assert = assert

local LONGEST_TEXT = 300
local LEAD = 40
local MOST_ITEMS = 20
local MOST_LEVELS = 3
local MOST_OPS = 12

-- ---------------------------------------------------------------------------------------------------------------------
-- Values in messages

local ESCAPES = { ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ["\\"] = "\\\\", ['"'] = '\\"' }

local function escaped(char)
    return ESCAPES[char] or ("\\%03d"):format(char:byte())
end

-- A text, or what is in it from a byte on.
local function quoted(text, from)
    local length = #text
    local first = from or 1
    local last = math.min(length, first + LONGEST_TEXT - 1)
    local rest = last < length and " …" or ""
    if rest ~= "" or first > 1 then
        rest = rest .. " (" .. length .. " bytes)"
    end
    text = text:sub(first, last)
    return (first > 1 and "… " or "")
        .. '"'
        .. text:gsub('[%z\1-\31\\"\127]', escaped)
        .. '"'
        .. rest
end

local function is_name(key)
    return type(key) == "string" and key:find("^[%a_][%w_]*$") ~= nil
end

local show

local function show_table(value, level)
    if next(value) == nil then
        return "{}"
    elseif level > MOST_LEVELS then
        return "{ … }"
    end
    local items = {}
    for key, item in pairs(value) do
        if #items == MOST_ITEMS then
            items[#items + 1] = "…"
            break
        end
        local shown = show(item, level + 1)
        if key ~= #items + 1 then
            shown = (is_name(key) and key or "[" .. show(key, level + 1) .. "]") .. " = " .. shown
        end
        items[#items + 1] = shown
    end
    return "{ " .. table.concat(items, ", ") .. " }"
end

-- A value as a script would write it, or nearly.
function show(value, level)
    if type(value) == "string" then
        return quoted(value)
    elseif type(value) ~= "table" then
        return tostring(value)
    end
    local metatable = getmetatable(value)
    if type(metatable) == "table" and metatable.__tostring then
        return tostring(value)
    end
    return show_table(value, level or 1)
end

-- Two values that differ. Of long texts it is what is around the first difference, which a third result tells of: one
-- could not see it else.
local function show_both(a, b)
    local are_texts = type(a) == "string" and type(b) == "string"
    if not are_texts or #a <= LONGEST_TEXT and #b <= LONGEST_TEXT then
        return show(a), show(b), ""
    end
    local at = 1
    while a:sub(at, at + 999) == b:sub(at, at + 999) do
        at = at + 1000
    end
    while a:byte(at) == b:byte(at) do
        at = at + 1
    end
    local from = math.max(1, at - LEAD)
    while from > 1 and a:find("^[\128-\191]", from) do
        from = from - 1 -- to where a character of UTF-8 begins
    end
    return quoted(a, from), quoted(b, from), " from byte " .. at .. " on"
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Names that are not known

-- How many letters are to be changed, added, dropped or swapped to make one word of the other.
local function distance(a, b)
    local before, last = {}, {}
    for j = 0, #b do
        last[j] = j
    end
    for i = 1, #a do
        local row = { [0] = i }
        for j = 1, #b do
            local same = a:byte(i) == b:byte(j)
            row[j] = math.min(last[j - 1] + (same and 0 or 1), last[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
                row[j] = math.min(row[j], before[j - 2] + 1)
            end
        end
        before, last = last, row
    end
    return last[#b]
end

-- What an error says behind a name that is none of the known ones.
local function suggestion(typed, known)
    if type(typed) ~= "string" or #typed > 40 then
        return ""
    end
    local best
    local least = math.floor(#typed / 3) + 1
    for name, other in pairs(known) do
        if name == typed then
            return " (it is called '" .. other .. "')"
        end
        local far = distance(typed, name)
        if far < least then
            best, least = type(other) == "string" and other or name, far
        end
    end
    return best and " (did you mean '" .. best .. "'?)" or ""
end

local function set(names)
    local result = {}
    for name in names:gmatch("%S+") do
        result[name] = true
    end
    return result
end

-- A metatable for tables that have only some fields, each of which may be nil: a test that asks for another one would
-- pass without looking at anything. `others` maps names that people try to those of fields.
local function strict(what, fields, methods, others)
    local known = {}
    for _, names in ipairs({ fields, methods, others }) do
        for name, other in pairs(names) do
            known[name] = other
        end
    end
    return {
        __index = function(_, key)
            if methods[key] then
                return methods[key]
            elseif not fields[key] then
                error(what .. " has no field " .. show(key) .. suggestion(key, known))
            end
            return nil
        end,
    }
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Operations and patterns of them

local OP_FIELDS = set([[
    kind type name digest label description platform inputs at progress_group ignore_cache export_cache
    identifier attributes
    command args env cwd user hostname network security mounts secret_env valid_exit_codes ulimit extra_hosts
    cgroup_parent devices readonly_rootfs http_proxy https_proxy ftp_proxy no_proxy all_proxy
    src dest path oldpath newpath data size mode owner make_parents created_time include exclude required_paths
    follow_symlink dir_contents_only attempt_unpack create_dest_path allow_wildcard allow_empty_wildcard
    always_replace_existing_dest_paths allow_not_found]])

local TYPE_NAMES = "image local git http oci-layout run copy mkdir mkfile rm symlink merge diff"
local TYPES = set(TYPE_NAMES)
local KINDS = set("source exec file " .. TYPE_NAMES)
local MOUNT_KINDS = set("bind cache tmpfs secret ssh")

-- Fields of which a pattern gives a part; all others it gives whole.
local CONTAINED = set("command identifier description label data")

local op = {}

local op_metatable = strict("an operation", OP_FIELDS, op, {
    arguments = "args",
    cmd = "command",
    workdir = "cwd",
    custom_name = "description",
    dst = "dest",
    source = "src",
    content = "data",
    ref = "identifier",
    action = "type",
})

function op_metatable:__tostring()
    local label = self.label
    if #label > 80 then
        label = label:sub(1, 80) .. "…"
    end
    local shown = self.name .. " " .. self.type
    label = label:sub(1, #self.type) == self.type and label:sub(#self.type + 2) or label
    if label ~= "" then
        shown = shown .. " " .. label:gsub("[%z\1-\31\127]", escaped)
    end
    return self.at and shown .. " (" .. self.at .. ")" or shown
end

local mount_metatable = strict(
    "a mount",
    set("kind target source id sharing selector readonly uid gid mode optional size"),
    {},
    { type = "kind", from = "source", path = "target", dest = "target" }
)

local fits

-- Whether each element of a list fits one of the value's.
local function fits_list(value, wanted)
    for _, element in ipairs(wanted) do
        local found = false
        for _, candidate in ipairs(value) do
            if fits(candidate, element) then
                found = true
                break
            end
        end
        if not found then
            return false
        end
    end
    return true
end

local function fits_table(value, wanted)
    if next(wanted) == nil then
        return value == nil or type(value) == "table" and next(value) == nil
    elseif type(value) ~= "table" then
        return false
    elseif wanted[1] ~= nil then
        return fits_list(value, wanted)
    end
    local is_op = getmetatable(value) == op_metatable
    for key, part in pairs(wanted) do
        if is_op and not OP_FIELDS[key] then
            local _ = value[key] -- raises the error that says what there is
        end
        local kind = is_op and key == "kind" and (value.kind == part or value.type == part)
        if not kind and not fits(rawget(value, key), part, is_op and CONTAINED[key]) then
            return false
        end
    end
    return true
end

-- Whether a value is what a pattern wants.
function fits(value, wanted, contained)
    if type(wanted) == "function" then
        return not not wanted(value)
    elseif type(wanted) == "table" then
        return fits_table(value, wanted)
    elseif wanted == false then
        return not value
    elseif type(value) == "string" and type(wanted) == "number" then
        return value == tostring(wanted)
    elseif contained and type(value) == "string" and type(wanted) == "string" then
        return value:find(wanted, 1, true) ~= nil
    end
    return value == wanted
end

-- What no operation ever is would fit none, and `assert.no_op` would pass.
local function check_word(what, word, known)
    if type(word) == "string" and not known[word] then
        error(what .. " " .. show(word) .. suggestion(word, known))
    end
end

local check_fields

local function check_mount(pattern)
    for key in pairs(pattern) do
        local _ = setmetatable({}, mount_metatable)[key]
    end
    check_word("a mount has no kind", pattern.kind, MOUNT_KINDS)
    if type(pattern.source) == "table" and getmetatable(pattern.source) == nil then
        check_fields(pattern.source)
    end
end

local function check_each(field, list, check)
    if type(list) ~= "table" then
        return
    elseif next(list) ~= nil and list[1] == nil then
        error(field .. " is a list, such as { { kind = … } }, got " .. show(list))
    end
    for _, pattern in ipairs(list) do
        if type(pattern) == "table" and getmetatable(pattern) == nil then
            check(pattern)
        end
    end
end

-- Whether the names in the pattern of an operation are of fields, and those of kinds are some.
function check_fields(pattern)
    for key in pairs(pattern) do
        if not OP_FIELDS[key] then
            local _ = setmetatable({}, op_metatable)[key] -- raises the error that says what there is
        end
    end
    check_word("an operation has no kind", pattern.kind, KINDS)
    check_word("an operation has no type", pattern.type, TYPES)
    check_each("mounts", pattern.mounts, check_mount)
    check_each("inputs", pattern.inputs, check_fields)
end

local function check_pattern(call, pattern)
    if type(pattern) ~= "table" or next(pattern) == nil or pattern[1] ~= nil then
        error(
            call .. ': the pattern must be a table such as { kind = "exec" }, got ' .. show(pattern)
        )
    end
    check_fields(pattern)
end

--- The nearest operation that this one needs, itself or by way of others, and that fits a pattern; nil if there is none.
function op:needs(pattern)
    check_pattern("op:needs", pattern)
    local seen = {}
    local open = { self }
    local at = 1
    while open[at] do
        for _, input in ipairs(open[at].inputs) do
            if not seen[input] then
                if fits(input, pattern) then
                    return input
                end
                seen[input] = true
                open[#open + 1] = input
            end
        end
        at = at + 1
    end
    return nil
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Builds

local build = {}

local build_metatable = strict("a build", set("ops exported config digest args images"), build, {
    operations = "ops",
    output = "exported",
    image_config = "config",
})

function build_metatable:__tostring()
    return "build of " .. #self.ops .. (#self.ops == 1 and " operation" or " operations")
end

local function check_build(call, value)
    if getmetatable(value) ~= build_metatable then
        if call:find(":", 1, true) then
            error(call .. " is called with a colon, as " .. call .. "(…)")
        end
        error(
            call
                .. ": must be given a build, as testing.build and testing.graph return it, got "
                .. show(value)
        )
    end
end

--- The first operation that fits a pattern; nil if there is none.
function build:find(pattern)
    check_build("build:find", self)
    check_pattern("build:find", pattern)
    for _, candidate in ipairs(self.ops) do
        if fits(candidate, pattern) then
            return candidate
        end
    end
    return nil
end

--- All operations that fit a pattern, each after those that it needs.
function build:find_all(pattern)
    check_build("build:find_all", self)
    check_pattern("build:find_all", pattern)
    local found = {}
    for _, candidate in ipairs(self.ops) do
        if fits(candidate, pattern) then
            found[#found + 1] = candidate
        end
    end
    return found
end

local config_metatable = strict(
    "the configuration",
    set("entrypoint cmd env workdir user ports labels volumes stop_signal platform"),
    {},
    {
        expose = "ports",
        cwd = "workdir",
        working_dir = "workdir",
        command = "cmd",
        exposed_ports = "ports",
    }
)

-- ---------------------------------------------------------------------------------------------------------------------
-- Assertions

local asserts = {}

-- Ends the test. Each further value is a line of its own, below what went wrong.
local function fail(name, message, otherwise, ...)
    if message ~= nil then
        message = type(message) == "string" and message or show(message)
    end
    local lines = { "assert." .. name .. ": " .. (message or otherwise), ... }
    error(table.concat(lines, "\n  "))
end

local function expected_and_actual(name, message, otherwise, expected, actual)
    fail(name, message, otherwise, "expected: " .. expected, "actual:   " .. actual)
end

function asserts.equal(expected, actual, message)
    if expected ~= actual then
        local hint = type(expected) == "table"
            and type(actual) == "table"
            and " (assert.same compares what is in them)"
        local shown, other, where = show_both(expected, actual)
        local otherwise = "the values are not equal" .. (hint or "") .. where
        expected_and_actual("equal", message, otherwise, shown, other)
    end
    return actual
end

function asserts.not_equal(unwanted, actual, message)
    if unwanted == actual then
        fail("not_equal", message, "the values are equal", "both: " .. show(actual))
    end
    return actual
end

local function step(key)
    return is_name(key) and "." .. key or "[" .. show(key) .. "]"
end

-- Where two values differ first: whether they do, the path, and what is there on either side.
local function difference(expected, actual, compared)
    if expected == actual or expected ~= expected and actual ~= actual then
        return false
    elseif type(expected) ~= "table" or type(actual) ~= "table" then
        return true, "", expected, actual
    end
    local met = compared[expected] or {}
    if met[actual] then
        return false
    end
    met[actual] = true
    compared[expected] = met
    for key, value in pairs(expected) do
        local differs, path, a, b = difference(value, rawget(actual, key), compared)
        if differs then
            return true, step(key) .. path, a, b
        end
    end
    for key, value in pairs(actual) do
        if rawget(expected, key) == nil then
            return true, step(key), nil, value
        end
    end
    return false
end

function asserts.same(expected, actual, message)
    local differs, path, a, b = difference(expected, actual, {})
    if differs then
        local where = path ~= "" and "the values differ at " .. path or "the values differ"
        if path ~= "" then
            message = message and tostring(message) .. ": " .. where
        end
        local shown, other, from = show_both(a, b)
        expected_and_actual("same", message, where .. from, shown, other)
    end
    return actual
end

function asserts.not_same(unwanted, actual, message)
    if not difference(unwanted, actual, {}) then
        fail("not_same", message, "the values are the same", "both: " .. show(actual))
    end
    return actual
end

function asserts.is_true(value, message)
    if value ~= true then
        expected_and_actual("is_true", message, "the value is not true", "true", show(value))
    end
    return value
end

function asserts.is_false(value, message)
    if value ~= false then
        expected_and_actual("is_false", message, "the value is not false", "false", show(value))
    end
    return value
end

function asserts.is_nil(value, message)
    if value ~= nil then
        expected_and_actual("is_nil", message, "the value is not nil", "nil", show(value))
    end
end

function asserts.not_nil(value, message)
    if value == nil then
        fail("not_nil", message, "the value is nil")
    end
    return value
end

-- Whether a text has another one in it, or fits it as a pattern. A message is full of what patterns have meanings for,
-- so what is no pattern is no error here.
local function speaks_of(text, wanted)
    if text:find(wanted, 1, true) then
        return true
    end
    local is_pattern, found = pcall(string.find, text, wanted)
    return is_pattern and found ~= nil
end

function asserts.fails(action, wanted, message)
    if type(action) ~= "function" then
        error(
            "assert.fails: must be given a function, as in assert.fails(function() … end), got "
                .. show(action)
        )
    elseif wanted ~= nil and type(wanted) ~= "string" then
        error("assert.fails: what the error says must be a string, got " .. show(wanted))
    end
    local succeeded, raised = pcall(action)
    if succeeded then
        fail("fails", message, "the function ended without an error")
    end
    local text = type(raised) == "string" and raised or show(raised)
    if wanted and not speaks_of(text, wanted) then
        expected_and_actual(
            "fails",
            message,
            "the error is another one",
            quoted(wanted),
            quoted(text)
        )
    end
    return raised
end

function asserts.match(pattern, text, message)
    if type(pattern) ~= "string" then
        error("assert.match: the pattern must be a string, got " .. show(pattern))
    end
    if type(text) ~= "string" or not text:find(pattern) then
        fail(
            "match",
            message,
            "the text does not match",
            "pattern: " .. quoted(pattern),
            "actual:  " .. show(text)
        )
    end
    return text
end

function asserts.contains(part, whole, message)
    if type(whole) == "string" then
        if type(part) ~= "string" then
            error("assert.contains: what a text contains must be a string, got " .. show(part))
        elseif whole:find(part, 1, true) then
            return whole
        end
    elseif type(whole) == "table" then
        for _, element in pairs(whole) do
            if not difference(part, element, {}) then
                return whole
            end
        end
    elseif type(part) == "table" or whole == nil then
        local order = "assert.contains(part, whole) needs a list or a string as its second argument"
        fail("contains", message, order .. ", got " .. show(whole))
    end
    fail(
        "contains",
        message,
        "it is not in there",
        "expected: " .. show(part),
        "in:       " .. show(whole)
    )
end

-- What an operation has in the one field that keeps it from fitting, unless its name tells.
local function obstacle(candidate, pattern)
    local found
    for key, part in pairs(pattern) do
        -- What a function would say is not known: it may not be made for this operation.
        if type(part) ~= "function" and not fits_table(candidate, { [key] = part }) then
            if found or CONTAINED[key] or key == "kind" or key == "type" then
                return nil
            end
            found = key
        end
    end
    local value = found and rawget(candidate, found)
    if value == nil and next(pattern, next(pattern)) == nil then
        return nil -- no operation has it
    end
    return found and "    " .. found .. " = " .. show(value)
end

-- The operations that are there, as far as they can be meant.
local function listed(candidates, pattern)
    local near = candidates
    if pattern.kind then
        near = {}
        for _, candidate in ipairs(candidates) do
            if candidate.kind == pattern.kind or candidate.type == pattern.kind then
                near[#near + 1] = candidate
            end
        end
        near = #near == 0 and candidates or near
    end
    local lines = { #near == 0 and "there is no operation at all" or "there are:" }
    for i, candidate in ipairs(near) do
        if i > MOST_OPS then
            lines[#lines + 1] = "  … and " .. #near - MOST_OPS .. " more"
            break
        end
        lines[#lines + 1] = "  " .. tostring(candidate)
        lines[#lines + 1] = obstacle(candidate, pattern)
    end
    return unpack(lines)
end

function asserts.has_op(value, pattern, message)
    check_build("assert.has_op", value)
    check_pattern("assert.has_op", pattern)
    local found = value:find(pattern)
    if not found then
        fail(
            "has_op",
            message,
            "no operation fits",
            "wanted: " .. show(pattern),
            listed(value.ops, pattern)
        )
    end
    return found
end

function asserts.no_op(value, pattern, message)
    check_build("assert.no_op", value)
    check_pattern("assert.no_op", pattern)
    local found = value:find(pattern)
    if found then
        fail(
            "no_op",
            message,
            "an operation fits",
            "unwanted: " .. show(pattern),
            "there is: " .. tostring(found)
        )
    end
end

asserts.equals = asserts.equal
asserts.matches = asserts.match
asserts.error = asserts.fails

setmetatable(asserts, {
    __call = function(_, ...)
        local assert = lua_assert
        return assert(...)
    end,
    __index = function(_, key)
        local others = {
            is_equal = "equal",
            truthy = "is_true",
            falsy = "is_false",
            is_not_nil = "not_nil",
            are = "equal",
            True = "is_true",
            False = "is_false",
            Nil = "is_nil",
        }
        others.are_equal, others.has_error, others.errors, others.raises =
            "equal", "fails", "fails", "fails"
        for name in pairs(asserts) do
            others[name] = true
        end
        error("assert has no function " .. show(key) .. suggestion(key, others))
    end,
})

return {
    assert = asserts,
    build = build_metatable,
    op = op_metatable,
    config = config_metatable,
    mount = mount_metatable,
}
