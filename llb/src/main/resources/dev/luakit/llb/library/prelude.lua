-- The library `prelude`: what most builds write again and again, made of `bk` alone.
--
-- Each function takes states and returns new ones, as bk's own do, and keeps nothing to itself. An argument that is
-- not what it must be is refused here, under the function's name; what is passed on to bk, bk checks.

local prelude = {}

-- ---------------------------------------------------------------------------------------------------------------------
-- Arguments

local LONGEST_QUOTE = 40

--- Whether a value is one of bk's: a "state", a "mount" or a "platform".
local function is(value, kind)
    return type(value) == "userdata" and getmetatable(value) == kind
end

--- A value in a message: short texts and numbers as they are, others by their type.
local function described(value)
    local kind = type(value)
    if kind == "string" then
        return #value <= LONGEST_QUOTE and '"' .. value .. '"' or "a string"
    elseif kind == "userdata" then
        return "a " .. tostring(getmetatable(value))
    elseif kind == "table" or kind == "function" or kind == "thread" then
        return "a " .. kind
    end
    return tostring(value)
end

--- Letters to change, add, drop or swap to make one word of the other.
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

--- The hint at the name that was probably meant, empty where none of the table's keys is near.
local function suggestion(typed, known, prefix)
    local best
    local least = math.max(1, math.floor(#typed / 3)) + 1
    for name in pairs(known) do
        local short = math.min(#name, #typed)
        local cut = #name >= 3 and name:sub(1, short) == typed:sub(1, short)
        local far = cut and 1 or distance(typed, name)
        if far < least then
            best, least = name, far
        end
    end
    return best and " (did you mean '" .. (prefix or "") .. best .. "'?)" or ""
end

--- Whether a table is a list without holes, each of whose elements holds.
local function is_list(value, holds)
    if type(value) ~= "table" then
        return false
    end
    local keys = 0
    for _ in pairs(value) do
        keys = keys + 1
    end
    for i = 1, keys do
        if value[i] == nil or not holds(value[i]) then
            return false
        end
    end
    return true
end

local function is_string(value)
    return type(value) == "string"
end

local function is_word(value)
    return type(value) == "string" and value ~= ""
end

local function anything()
    return true
end

--- What a value may be: how a message calls it, and how it is told.
local ANY = { "anything", anything }
local BOOLEAN = { "a boolean", function(value) return type(value) == "boolean" end }
local CACHE = { "a boolean or a name", function(value) return type(value) == "boolean" or is_word(value) end }
local COMMANDS = { "a list of commands, each a string", function(value)
    return is_list(value, is_word) and #value > 0
end }
local LIST = { "a list", function(value) return is_list(value, anything) end }
local MOUNTS = { "a list of mounts", function(value)
    return is_list(value, function(element) return is(element, "mount") end)
end }
local PATH = { "an absolute path", function(value) return is_string(value) and value:sub(1, 1) == "/" end }
local PLATFORM = { "a platform", function(value) return is_string(value) or is(value, "platform") end }
local STATE = { "a state", function(value) return is(value, "state") end }
local STATES = { "a list of states", function(value)
    return is_list(value, function(element) return is(element, "state") end)
end }
local STRINGS = { "a list of strings", function(value) return is_list(value, is_word) end }
local TABLE = { "a table", function(value) return type(value) == "table" end }
local WORD = { "a string that is not empty", is_word }

local MOST_ID = 2 ^ 31 - 1
local ID = { "a whole number from 1 to " .. string.format("%d", MOST_ID), function(value)
    return type(value) == "number" and value >= 1 and value <= MOST_ID and value == math.floor(value)
end }
local USER_NAME = { "a name of small letters, digits, '_' and '-'", function(value)
    return is_string(value) and #value <= 32 and value:find("^[a-z_][a-z0-9_-]*$") ~= nil
end }
local FIELD = { "a path without ':' and line breaks", function(value)
    return is_string(value) and value:find("^/[^:%c]*$") ~= nil
end }

local function argument(call, name, kind, value)
    if not kind[2](value) then
        error(call .. ": argument '" .. name .. "' must be " .. kind[1] .. ", got " .. described(value))
    end
end

--- Checks a table of options against those that there are; returns it, or an empty one.
local function checked(call, known, options)
    if options == nil then
        return {}
    end
    if type(options) ~= "table" then
        error(call .. ": the options must be a table, got " .. described(options))
    end
    for name, value in pairs(options) do
        local kind = known[name]
        if not is_string(name) then
            error(call .. ": option " .. described(name) .. " has no name")
        elseif not kind then
            error(call .. ": unknown option '" .. name .. "'" .. suggestion(name, known))
        elseif not kind[2](value) then
            error(call .. ": option '" .. name .. "' must be " .. kind[1] .. ", got " .. described(value))
        end
    end
    return options
end

local function given(call, options, name)
    if options[name] == nil then
        error(call .. ": option '" .. name .. "' must be given")
    end
    return options[name]
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Commands

--- The options of state:run that every function takes which runs a command, and passes on.
local RUN = {
    env = ANY,
    extra_hosts = ANY,
    ignore_cache = ANY,
    mounts = MOUNTS,
    network = ANY,
    proxy = ANY,
    resources = ANY,
    secret_env = ANY,
    ulimit = ANY,
}

--- A table of options with those of RUN.
local function with_run(options)
    for name, kind in pairs(RUN) do
        options[name] = kind
    end
    return options
end

--- The variables of a function with those of its caller, which win, in whichever of its two forms they are.
local function with_env(own, env)
    if type(env) ~= "table" then
        return env == nil and own or env
    end
    local all = {}
    if env[1] ~= nil then
        for name, value in pairs(own) do
            all[#all + 1] = name .. "=" .. value
        end
        table.sort(all)
        local before = #all
        for key, value in pairs(env) do
            all[type(key) == "number" and before + key or key] = value
        end
        return all
    end
    for name, value in pairs(own) do
        all[name] = value
    end
    for name, value in pairs(env) do
        all[name] = value
    end
    return all
end

--- Runs a command with options of state:run, and with those of RUN that the caller has given on top.
local function run(state, command, own, options)
    local all = {}
    for name in pairs(RUN) do
        all[name] = options[name]
    end
    for name, value in pairs(own) do
        all[name] = value
    end
    all.env = with_env(own.env or {}, options.env)
    all.mounts = {}
    for _, mounts in ipairs({ own.mounts or {}, options.mounts or {} }) do
        for _, mount in ipairs(mounts) do
            all.mounts[#all.mounts + 1] = mount
        end
    end
    return state:run(command, all)
end

--- A directory for downloads: kept from build to build, or in memory where the option `cache` says no.
local function downloads(path, options, sharing)
    if options.cache == false then
        return bk.tmpfs(path)
    end
    local name = is_string(options.cache) and options.cache .. ":" .. path or path
    return bk.cache(path, { id = name, sharing = sharing })
end

--- A word of a command line for the shell; with `patterns`, `*` and `?` keep their meaning.
local function quoted(word, patterns)
    if word:find("^[%w_@%%+=:,./-]+$") then
        return word
    elseif patterns and not word:find("%c") then
        return (word:gsub("[^%w_@%%+=:,./*?-]", "\\%0"))
    end
    return "'" .. word:gsub("'", "'\\''") .. "'"
end

local function all_quoted(words, patterns)
    local line = {}
    for i, word in ipairs(words) do
        line[i] = quoted(word, patterns)
    end
    return table.concat(line, " ")
end

--- A new list: the first one's elements, then the second one's.
local function joined(first, second)
    local all = {}
    for _, list in ipairs({ first, second }) do
        for _, element in ipairs(list) do
            all[#all + 1] = element
        end
    end
    return all
end

local function list_of_packages(call, packages)
    argument(call, "packages", STRINGS, packages)
    if #packages == 0 then
        error(call .. ": argument 'packages' names no package")
    end
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Packages of distributions

--- apt-get's downloads stay in caches, which only one command at a time may use, and never get into the image.
-- Debian's images for containers tell apt to throw its downloads away. An empty file in the place of that setting lets
-- it keep them while this command runs, and leaves the image as it was.
local DOCKER_CLEAN = "/etc/apt/apt.conf.d/docker-clean"
local APT = with_run({ cache = CACHE, recommends = BOOLEAN, update = BOOLEAN })

function prelude.apt(state, packages, options)
    local call = "prelude.apt"
    argument(call, "state", STATE, state)
    list_of_packages(call, packages)
    options = checked(call, APT, options)
    local install = "apt-get install -y "
        .. (options.recommends and "" or "--no-install-recommends ")
        .. all_quoted(packages)
    local update = options.update ~= false and "apt-get update && " or ""
    local keep = bk.scratch():mkfile("/docker-clean", "")
    return run(state, update .. install, {
        user = 0,
        env = { DEBIAN_FRONTEND = "noninteractive" },
        mounts = {
            bk.bind(keep, DOCKER_CLEAN, { selector = "/docker-clean" }),
            downloads("/var/cache/apt", options, "locked"),
            downloads("/var/lib/apt/lists", options, "locked"),
        },
    }, options)
end

local APK = with_run({ cache = CACHE, update = BOOLEAN })

function prelude.apk(state, packages, options)
    local call = "prelude.apk"
    argument(call, "state", STATE, state)
    list_of_packages(call, packages)
    options = checked(call, APK, options)
    local command = { "apk", "add", "--cache-dir", "/var/cache/apk" }
    if options.update ~= false then
        command[#command + 1] = "--update-cache"
    end
    return run(state, joined(command, packages), {
        user = 0,
        mounts = { downloads("/var/cache/apk", options, "locked") },
    }, options)
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Packages of languages

local PIP = with_run({
    cache = CACHE,
    constraints = WORD,
    python = WORD,
    requirements = WORD,
    target = WORD,
    user = ANY,
})

--- Where pip finds the files that it is told to read, while it runs.
local PIP_FILES = "/run/pip/"

function prelude.pip(state, what, options)
    local call = "prelude.pip"
    argument(call, "state", STATE, state)
    options = checked(call, PIP, options)
    local command = { options.python or "python3", "-m", "pip", "install", "--disable-pip-version-check" }
    local mounts = { downloads("/root/.cache/pip", options) }
    if options.target then
        command = joined(command, { "--target", options.target })
    end
    if is(what, "state") then
        local function add(flag, file)
            command = joined(command, { flag, PIP_FILES .. file })
            mounts[#mounts + 1] = bk.bind(what, PIP_FILES .. file, { selector = file })
        end
        add("-r", options.requirements or "requirements.txt")
        if options.constraints then
            add("-c", options.constraints)
        end
    else
        argument(call, "what", { "a list of packages, or a state with requirements.txt", STRINGS[2] }, what)
        if #what == 0 then
            error(call .. ": argument 'what' names no package")
        end
        for _, name in ipairs({ "requirements", "constraints" }) do
            if options[name] then
                error(call .. ": option '" .. name .. "' is for a state with files, not for a list of packages")
            end
        end
        command = joined(command, what)
    end
    return run(state, command, {
        user = options.user,
        env = { PIP_CACHE_DIR = "/root/.cache/pip", PIP_ROOT_USER_ACTION = "ignore" },
        mounts = mounts,
    }, options)
end

local NPM = with_run({
    also = STRINGS,
    cache = CACHE,
    dir = PATH,
    omit = STRINGS,
    scripts = BOOLEAN,
    user = ANY,
})

function prelude.npm(state, files, options)
    local call = "prelude.npm"
    argument(call, "state", STATE, state)
    argument(call, "files", STATE, files)
    options = checked(call, NPM, options)
    local dir = options.dir or "/app"
    local command = { "npm", "ci", "--no-audit", "--no-fund" }
    for _, kind in ipairs(options.omit or {}) do
        command[#command + 1] = "--omit=" .. kind
    end
    if options.scripts == false then
        command[#command + 1] = "--ignore-scripts"
    end
    local lists = state:copy(files, ".", dir, {
        include = joined({ "package.json", "package-lock.json", "npm-shrinkwrap.json" }, options.also or {}),
    })
    return run(lists, command, {
        cwd = dir,
        user = options.user,
        env = { npm_config_cache = "/root/.npm" },
        mounts = { downloads("/root/.npm", options) },
    }, options)
end

local GO = with_run({
    cache = CACHE,
    cgo = BOOLEAN,
    dir = PATH,
    ldflags = WORD,
    output = PATH,
    package = WORD,
    platform = PLATFORM,
    tags = STRINGS,
    trimpath = BOOLEAN,
    vendor = BOOLEAN,
})

--- What tells the Go compiler which platform to make programs for.
local function go_platform(env, platform)
    if is_string(platform) then
        platform = bk.platform(platform)
    end
    env.GOOS, env.GOARCH = platform.os, platform.arch
    if platform.variant then
        if platform.arch == "arm" then
            env.GOARM = platform.variant:gsub("^v", "")
        elseif platform.arch == "amd64" then
            env.GOAMD64 = platform.variant
        end
    end
end

function prelude.go(state, source, options)
    local call = "prelude.go"
    argument(call, "state", STATE, state)
    argument(call, "source", STATE, source)
    options = checked(call, GO, options)
    local dir = options.dir or "/src"
    local env = {
        CGO_ENABLED = options.cgo and "1" or "0",
        GOCACHE = "/root/.cache/go-build",
        GOMODCACHE = "/go/pkg/mod",
    }
    local modules = downloads("/go/pkg/mod", options)
    -- Modules that are kept nowhere would be downloaded twice.
    if not options.vendor and options.cache ~= false then
        state = run(state:copy(source, ".", dir, { include = { "go.mod", "go.sum" } }), { "go", "mod", "download" }, {
            cwd = dir,
            env = { GOMODCACHE = env.GOMODCACHE },
            mounts = { modules },
        }, options)
    end
    if options.platform then
        go_platform(env, options.platform)
    end
    local command = { "go", "build", "-buildvcs=false" }
    if options.trimpath ~= false then
        command[#command + 1] = "-trimpath"
    end
    if options.vendor then
        command[#command + 1] = "-mod=vendor"
    end
    if options.tags and #options.tags > 0 then
        command = joined(command, { "-tags", table.concat(options.tags, ",") })
    end
    if options.ldflags then
        command = joined(command, { "-ldflags", options.ldflags })
    end
    command = joined(command, { "-o", options.output or "/out/app", options.package or "." })
    return run(state:copy(source, ".", dir), command, {
        cwd = dir,
        env = env,
        mounts = { modules, downloads("/root/.cache/go-build", options) },
    }, options)
end

local MAVEN = with_run({
    cache = CACHE,
    dir = PATH,
    goals = STRINGS,
    mvn = WORD,
    profiles = STRINGS,
    tests = BOOLEAN,
})

function prelude.maven(state, source, options)
    local call = "prelude.maven"
    argument(call, "state", STATE, state)
    argument(call, "source", STATE, source)
    options = checked(call, MAVEN, options)
    local dir = options.dir or "/src"
    local command = {
        options.mvn or "mvn", "--batch-mode", "--no-transfer-progress", "-Dmaven.repo.local=/root/.m2/repository",
    }
    if options.tests == false then
        command[#command + 1] = "-DskipTests"
    end
    if options.profiles and #options.profiles > 0 then
        command = joined(command, { "--activate-profiles", table.concat(options.profiles, ",") })
    end
    -- Two builds at once would get in each other's way in the repository.
    return run(state:copy(source, ".", dir), joined(command, options.goals or { "package" }), {
        cwd = dir,
        mounts = { downloads("/root/.m2/repository", options, "locked") },
    }, options)
end

local CARGO = with_run({
    bins = STRINGS,
    cache = CACHE,
    dir = PATH,
    features = STRINGS,
    locked = BOOLEAN,
    output = PATH,
    profile = WORD,
    target = WORD,
})

function prelude.cargo(state, source, options)
    local call = "prelude.cargo"
    argument(call, "state", STATE, state)
    argument(call, "source", STATE, source)
    options = checked(call, CARGO, options)
    local bins = given(call, options, "bins")
    if #bins == 0 then
        error(call .. ": option 'bins' names no program")
    end
    local dir, output, profile = options.dir or "/src", options.output or "/out", options.profile or "release"
    local words = { "cargo", "build", "--profile", profile }
    if options.locked ~= false then
        words[#words + 1] = "--locked"
    end
    if options.target then
        words = joined(words, { "--target", options.target })
    end
    if options.features and #options.features > 0 then
        words = joined(words, { "--features", table.concat(options.features, ",") })
    end
    local made = dir .. "/target/" .. (options.target and options.target .. "/" or "")
        .. (profile == "dev" and "debug" or profile)
    local programs = {}
    for i, bin in ipairs(bins) do
        words = joined(words, { "--bin", bin })
        programs[i] = made .. "/" .. bin
    end
    -- The compiler's objects are a cache, so what is to stay must be taken out of it by the same command. They belong
    -- to the programs and the platform: other projects have other ones in directories of the same name.
    local objects = "cargo-target:" .. table.concat(bins, ",") .. ":" .. tostring(bk.target_platform)
    local target
    if options.cache == false then
        target = bk.tmpfs(dir .. "/target")
    else
        local name = is_string(options.cache) and options.cache .. ":" .. objects or objects
        target = bk.cache(dir .. "/target", { id = name, sharing = "locked" })
    end
    local command = all_quoted(words) .. " && mkdir -p " .. quoted(output)
        .. " && cp " .. all_quoted(programs) .. " " .. quoted(output .. "/")
    return run(state:copy(source, ".", dir), command, {
        cwd = dir,
        env = { CARGO_TARGET_DIR = dir .. "/target" },
        mounts = {
            downloads("/usr/local/cargo/registry", options),
            downloads("/usr/local/cargo/git", options),
            target,
        },
    }, options)
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Users

local USER = { gid = ID, group = USER_NAME, home = FIELD, name = USER_NAME, shell = FIELD, uid = ID }
local SWITCHED = { switch = BOOLEAN }
for name, kind in pairs(USER) do
    SWITCHED[name] = kind
end

local FIRST_FREE = 10001

--- A user with all that there is to say about it.
local function account(call, options)
    local name = given(call, options, "name")
    local uid = options.uid or FIRST_FREE
    return {
        name = name,
        group = options.group or name,
        uid = string.format("%d", uid),
        gid = string.format("%d", options.gid or uid),
        home = options.home or "/home/" .. name,
        shell = options.shell or "/sbin/nologin",
    }
end

local function passwd_line(user)
    return table.concat({ user.name, "x", user.uid, user.gid, "", user.home, user.shell }, ":")
end

local function group_line(user)
    return user.group .. ":x:" .. user.gid .. ":"
end

--- The lines are written as they are, and not by useradd: not every image has one, they differ from each other, and
-- they write down the day, so that no two builds would be the same.
function prelude.user(state, options)
    local call = "prelude.user"
    argument(call, "state", STATE, state)
    local user = account(call, checked(call, SWITCHED, options))
    local script = ([[
set -eu
fail() { echo "$1" >&2; exit 1; }
touch /etc/passwd /etc/group
if grep -q '^NAME:' /etc/passwd; then fail 'there is a user NAME already'; fi
if grep -q '^[^:]*:[^:]*:UID:' /etc/passwd; then fail 'there is a user with the number UID already'; fi
if ! grep -q '^[^:]*:[^:]*:GID:' /etc/group; then
    if grep -q '^GROUP:' /etc/group; then fail 'there is a group GROUP already, with another number than GID'; fi
    echo 'GROUP:x:GID:' >>/etc/group
fi
echo PASSWD >>/etc/passwd
if [ -e /etc/shadow ]; then echo 'NAME:!:::::::' >>/etc/shadow; fi
mkdir -p HOME
chown UID:GID HOME
]]):gsub("%u%u%u+", {
        NAME = user.name,
        GROUP = user.group,
        UID = user.uid,
        GID = user.gid,
        HOME = quoted(user.home),
        PASSWD = quoted(passwd_line(user)),
    })
    local made = state:run(script, { user = 0, cwd = "/" }):with_metadata({
        description = "add user " .. user.name .. " (" .. user.uid .. ":" .. user.gid .. ")",
    })
    if options.switch == false then
        return made
    end
    -- As numbers: Kubernetes can't tell of a name that it is not root.
    return made:with_user(user.uid .. ":" .. user.gid)
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Stages

local MINIMAL = { certificates = STATE, timezones = STATE, tmp = BOOLEAN, users = LIST }

--- The few files that programs look for which need no distribution. No command runs.
function prelude.minimal(options)
    local call = "prelude.minimal"
    options = checked(call, MINIMAL, options)
    local passwd, groups, homes, seen = { "root:x:0:0:root:/root:/sbin/nologin" }, { "root:x:0:" }, {}, {}
    for i, fields in ipairs(options.users or {}) do
        local where = call .. ": option 'users', element " .. i
        if type(fields) ~= "table" then
            error(where .. ", must be a table, got " .. described(fields))
        end
        local user = account(where, checked(where, USER, fields))
        if seen[user.name] or seen[user.uid] then
            error(where .. ", has the name or the number of another one")
        end
        seen[user.name], seen[user.uid] = true, true
        passwd[#passwd + 1] = passwd_line(user)
        if not seen["group " .. user.gid] then
            groups[#groups + 1] = group_line(user)
            seen["group " .. user.gid] = true
        end
        homes[#homes + 1] = user
    end
    local state = bk.scratch()
        :mkdir("/etc")
        :mkfile("/etc/passwd", table.concat(passwd, "\n") .. "\n")
        :mkfile("/etc/group", table.concat(groups, "\n") .. "\n")
    for _, user in ipairs(homes) do
        state = state:mkdir(user.home, { make_parents = true, owner = user.uid .. ":" .. user.gid })
    end
    if options.tmp ~= false then
        -- Only a copy can set the sticky bit.
        state = state:copy(bk.scratch():mkdir("/tmp"), "/tmp", "/tmp", { mode = "1777" })
    end
    if options.certificates then
        local bundle = "/etc/ssl/certs/ca-certificates.crt"
        state = state:copy(options.certificates, bundle, bundle, { follow_symlink = true })
    end
    if options.timezones then
        state = state:copy(options.timezones, "/usr/share/zoneinfo", "/usr/share/zoneinfo")
    end
    return state
end

--- Returns a function that gives the stage of a name, made when it is first asked for.
function prelude.stages(definitions)
    local call = "prelude.stages"
    argument(call, "definitions", TABLE, definitions)
    for name, make in pairs(definitions) do
        if not is_word(name) then
            error(call .. ": a stage has the name " .. described(name) .. ", which must be a string")
        elseif type(make) ~= "function" then
            error(call .. ": stage '" .. name .. "' must be a function, got " .. described(make))
        end
    end
    local made, making = {}, {}
    local function stage(name)
        if name == nil then
            name = bk.target
        end
        if name == nil then
            error(call .. ": no stage is named, here or by --target")
        end
        argument(call, "name", WORD, name)
        if made[name] then
            return made[name]
        end
        local make = definitions[name]
        if not make then
            local hint = suggestion(name, definitions)
            if hint == "" then
                local names = {}
                for known in pairs(definitions) do
                    names[#names + 1] = known
                end
                hint = "; known are " .. table.concat(names, ", ")
            end
            error(call .. ": there is no stage '" .. name .. "'" .. hint)
        end
        for _, other in ipairs(making) do
            if other == name then
                local path = table.concat(making, " → ") .. " → " .. name
                error(call .. ": stage '" .. name .. "' needs itself: " .. path)
            end
        end
        making[#making + 1] = name
        local state = make(stage)
        making[#making] = nil
        if not is(state, "state") then
            error(call .. ": stage '" .. name .. "' must return a state, got " .. described(state))
        end
        made[name] = state
        return state
    end
    return stage
end

--- Copies files, each to the path that it has already, or to another one.
function prelude.copy_from(state, from, files, options)
    local call = "prelude.copy_from"
    argument(call, "state", STATE, state)
    argument(call, "from", STATE, from)
    argument(call, "files", TABLE, files)
    if next(files) == nil then
        error(call .. ": argument 'files' names no file")
    end
    for key, dest in pairs(files) do
        if not is_word(dest) then
            error(call .. ": argument 'files' must have paths, got " .. described(dest))
        end
        if type(key) == "number" then
            argument(call, "files", STRINGS, files)
            key = dest
        elseif not is_word(key) then
            error(call .. ": argument 'files' must have paths, got " .. described(key))
        end
        state = state:copy(from, key, dest, options)
    end
    return state
end

--- Whether an owner is given by numbers alone.
local function is_numeric(owner)
    if type(owner) == "table" then
        for _, id in pairs(owner) do
            if type(id) ~= "number" then
                return false
            end
        end
        return true
    end
    return is_string(owner) and owner:find("^%d*:?%d*$") ~= nil
end

--- Copies into a layer that does not depend on what is below: a new base leaves it as it is.
function prelude.link(state, from, src, dest, options)
    local call = "prelude.link"
    argument(call, "state", STATE, state)
    argument(call, "from", STATE, from)
    argument(call, "src", WORD, src)
    argument(call, "dest", PATH, dest)
    if type(options) == "table" and options.owner ~= nil and not is_numeric(options.owner) then
        error(call .. ": option 'owner' must have numbers: the layer does not know the names of the base")
    end
    return bk.merge(state, bk.scratch():copy(from, src, dest, options))
end

--- Takes steps that don't need each other at the same time, and puts together what each has changed.
function prelude.parallel(state, steps)
    local call = "prelude.parallel"
    argument(call, "state", STATE, state)
    argument(call, "steps", TABLE, steps)
    local layers = { state }
    for name, step in pairs(steps) do
        local shown = is_string(name) and "'" .. name .. "'" or tostring(name)
        if type(step) ~= "function" then
            error(call .. ": step " .. shown .. " must be a function, got " .. described(step))
        end
        local after = step(state)
        if not is(after, "state") then
            error(call .. ": step " .. shown .. " must return a state, got " .. described(after))
        end
        if after ~= state then
            layers[#layers + 1] = bk.diff(state, after)
        end
    end
    return #layers == 1 and state or bk.merge(unpack(layers))
end

local CHECKS = with_run({ cwd = ANY, user = ANY })

--- Runs commands at the same time, each on its own; returns the states that they leave, in that order.
function prelude.checks(state, commands, options)
    local call = "prelude.checks"
    argument(call, "state", STATE, state)
    argument(call, "commands", TABLE, commands)
    options = checked(call, CHECKS, options)
    local states = {}
    for name, command in pairs(commands) do
        local check = run(state, command, { cwd = options.cwd, user = options.user }, options)
        local description = is_string(name) and name or nil
        states[#states + 1] = check:with_metadata({ description = description, progress_group = "checks" })
    end
    if #states == 0 then
        error(call .. ": argument 'commands' names no command")
    end
    return states
end

--- No file has this name, so that nothing is copied by it.
local NOTHING = ".luakit-nothing"

--- The same files, but only once other states have been built too: a copy that copies nothing needs them.
function prelude.after(state, others)
    local call = "prelude.after"
    argument(call, "state", STATE, state)
    argument(call, "others", STATES, others)
    if #others == 0 then
        return state
    end
    local gate = bk.scratch()
    for _, other in ipairs(others) do
        gate = gate:copy(other, "/", "/", { include = { NOTHING }, dir_contents_only = true })
    end
    return bk.merge(state, gate)
end

-- ---------------------------------------------------------------------------------------------------------------------
-- Layers

local LAYER = with_run({ cwd = ANY, remove = STRINGS, tmpfs = STRINGS, user = ANY })

--- Runs several commands for one layer, without what they need not leave behind.
function prelude.layer(state, commands, options)
    local call = "prelude.layer"
    argument(call, "state", STATE, state)
    argument(call, "commands", COMMANDS, commands)
    options = checked(call, LAYER, options)
    local script = "set -e\n" .. table.concat(commands, "\n")
    if options.remove and #options.remove > 0 then
        script = script .. "\nrm -rf -- " .. all_quoted(options.remove, true)
    end
    local mounts = {}
    for _, path in ipairs(options.tmpfs or { "/tmp" }) do
        mounts[#mounts + 1] = bk.tmpfs(path)
    end
    return run(state, script, { cwd = options.cwd, user = options.user, mounts = mounts }, options)
end

--- All that a state has more than another, in one layer on top of that one.
function prelude.squash(base, state)
    argument("prelude.squash", "base", STATE, base)
    argument("prelude.squash", "state", STATE, state)
    return base:copy(bk.diff(base, state), "/", "/", { dir_contents_only = true })
end

--- All files of a state in a single layer, and nothing of what lower layers had that is gone.
function prelude.flatten(state)
    argument("prelude.flatten", "state", STATE, state)
    return bk.scratch():copy(state, "/", "/", { dir_contents_only = true })
end

return setmetatable({}, {
    __index = function(_, name)
        local found = prelude[name]
        if found == nil then
            local hint = is_string(name) and suggestion(name, prelude, "prelude.") or ""
            error("prelude has no function " .. described(name) .. hint)
        end
        return found
    end,
    __newindex = function(_, name)
        error("prelude can't be changed, got a new value for " .. described(name))
    end,
    __metatable = "prelude",
})
