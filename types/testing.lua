---@meta

-- What files of tests have, which `luakit test` runs: docs/testing.md tells more.

---A group of tests. Its function is called before any test runs, and declares them.
---@param name string What the tests are about.
---@param body fun()
function describe(name, body) end

---A test. It passes if its function ends without an error.
---@param name string What is so if it passes.
---@param body fun()
function it(name, body) end

---Has a function called before each test of the file or group, those of inner groups included.
---@param body fun()
function before_each(body) end

---Has a function called after each test of the file or group, also after one that failed.
---@param body fun()
function after_each(body) end

---What gives tests the graphs that they look at.
---@class testing
testing = {}

---@class (exact) testing.BuildOptions
---@field args? table<string, string|number|boolean> Build arguments, on top of those that `luakit test` is given.
---@field target? string What `bk.target` is.
---@field platform? string What to build for, as `os/arch[/variant]`. Default: as `--platform` says.

---Evaluates a build script, and tells what it builds. An error in the script is an error of the test.
---@param script string Its path, relative to the file of the test. Example: `"../build.lua"`
---@param options? testing.BuildOptions
---@return testing.Build
function testing.build(script, options) end

---What would be built if a script exported a state.
---@param state bk.State A state that the test has made with `bk`.
---@return testing.Build
function testing.graph(state) end

---What a script builds.
---@class testing.Build
---@field ops testing.Op[] The operations, each after those that it needs.
---@field exported testing.Op|nil The operation whose result is exported; nil for scratch.
---@field config testing.Config What is said of the image.
---@field digest string The digest of the whole graph.
---@field args table<string, string> The build arguments that the script has asked for, with what it got.
---@field images string[] The images that the script has named, in full.
local build = {}

---The first operation that fits.
---@param pattern testing.Pattern
---@return testing.Op|nil
function build:find(pattern) end

---All operations that fit, each after those that it needs.
---@param pattern testing.Pattern
---@return testing.Op[]
function build:find_all(pattern) end

---The configuration of the exported image, in the words of `bk.export`.
---@class testing.Config
---@field entrypoint string[] The program that a container runs, and its first arguments.
---@field cmd string[] The arguments where none are given.
---@field env table<string, string> The variables.
---@field workdir string|nil The directory in which the program starts.
---@field user string|nil The user that it runs as.
---@field ports string[] The ports that it listens at, as `"8080/tcp"`.
---@field labels table<string, string> The labels.
---@field volumes string[] Directories that are kept outside of the file system.
---@field stop_signal string|nil The signal that asks the program to end.
---@field platform string|nil The image's platform.

---An operation of the graph. A field that says nothing about it is nil.
---@class testing.Op
---@field kind "source"|"exec"|"file"|"merge"|"diff" What it is to BuildKit.
---@field type "image"|"oci-layout"|"local"|"git"|"http"|"run"|"copy"|"mkdir"|"mkfile"|"rm"|"symlink"|"merge"|"diff" What it is to the script, as in `luakit dag`.
---@field name string Its name in the graph: `"op1"`.
---@field digest string Its digest.
---@field label string What it does, in a line.
---@field description string|nil What the build's progress calls it.
---@field platform string|nil The platform that it is for.
---@field inputs testing.Op[] The operations whose results it takes.
---@field at string|nil The call that made it, as `"build.lua:12"`.
---@field progress_group string|nil The group in which progress shows it.
---@field ignore_cache boolean|nil Whether it runs though its result is known.
---@field export_cache boolean|nil Whether its result goes into an exported cache.
---@field identifier string|nil Of a source: what it is, as `"docker-image://docker.io/library/alpine:3.19"`.
---@field attributes table<string, string>|nil Of a source: what else BuildKit is told.
---@field command string|nil Of a command: the line of the shell, or its arguments with spaces between them.
---@field args string[]|nil Of a command: program and arguments, with those of the shell.
---@field env table<string, string>|nil Of a command: all its variables.
---@field cwd string|nil Of a command: its directory.
---@field user string|nil Of a command: who runs it.
---@field hostname string|nil Of a command: the host's name.
---@field network "sandbox"|"host"|"none"|nil Of a command: its network.
---@field security "sandbox"|"insecure"|nil Of a command: its privileges.
---@field mounts testing.Mount[]|nil Of a command: its mounts, in the order of the script.
---@field secret_env string[]|nil Of a command: variables that are secrets, as `"NAME=id"`.
---@field valid_exit_codes string|nil Of a command: the exit codes of success.
---@field ulimit string[]|nil Of a command: limits, as `"nofile=1024:2048"`.
---@field extra_hosts string[]|nil Of a command: hosts, as `"name=address"`.
---@field cgroup_parent string|nil Of a command: its cgroup.
---@field devices string[]|nil Of a command: its devices.
---@field readonly_rootfs boolean|nil Of a command: whether it can't write to its file system.
---@field http_proxy string|nil Of a command: a proxy.
---@field https_proxy string|nil Of a command: a proxy.
---@field ftp_proxy string|nil Of a command: a proxy.
---@field no_proxy string|nil Of a command: hosts without proxy.
---@field all_proxy string|nil Of a command: a proxy.
---@field src string|nil Of a copy: what is copied, as the script says it.
---@field dest string|nil Of a copy: where it goes, as the script says it.
---@field path string|nil Of `mkdir`, `mkfile` and `rm`: the path.
---@field oldpath string|nil Of a symbolic link: what it says.
---@field newpath string|nil Of a symbolic link: where it is.
---@field data string|nil Of `mkfile`: the content.
---@field size integer|nil Of `mkfile`: how many bytes that is.
---@field mode string|nil Of a file operation: the permissions, as `"0755"`.
---@field owner string|nil Of a file operation: the owner, as `"user:group"`.
---@field make_parents boolean|nil Of `mkdir`: whether directories above are made.
---@field created_time integer|nil Of a file operation: the time that files get, in nanoseconds since 1970.
---@field include string[]|nil Of a copy: patterns of what is copied.
---@field exclude string[]|nil Of a copy: patterns of what is not.
---@field required_paths string[]|nil Of a copy: what must be there.
---@field follow_symlink boolean|nil Of a copy: the option of that name.
---@field dir_contents_only boolean|nil Of a copy: the option of that name.
---@field attempt_unpack boolean|nil Of a copy: the option of that name.
---@field create_dest_path boolean|nil Of a copy: the option of that name.
---@field allow_wildcard boolean|nil Of a copy or `rm`: the option of that name.
---@field allow_empty_wildcard boolean|nil Of a copy: the option of that name.
---@field always_replace_existing_dest_paths boolean|nil Of a copy: the option of that name.
---@field allow_not_found boolean|nil Of `rm`: the option of that name.
local op = {}

---The nearest operation that fits, among those that this one needs, itself or by way of others.
---@param pattern testing.Pattern
---@return testing.Op|nil
function op:needs(pattern) end

---What a command finds beside its file system.
---@class testing.Mount
---@field kind "bind"|"cache"|"tmpfs"|"secret"|"ssh" What is mounted.
---@field target string The path.
---@field source testing.Op|nil The operation whose result is mounted.
---@field id string|nil The ID of a cache, a secret or an agent.
---@field sharing "shared"|"private"|"locked"|nil Of a cache: what happens when several commands use it.
---@field selector string|nil Of a bind mount: the path within the source.
---@field readonly boolean|nil Of a bind mount: whether the command can't write to it.
---@field uid integer|nil Of a secret or an agent: the user.
---@field gid integer|nil Of a secret or an agent: the group.
---@field mode string|nil Of a secret or an agent: the permissions.
---@field optional boolean|nil Of a secret or an agent: whether the command runs without it.
---@field size integer|nil Of a tmpfs: the most bytes that it holds.

---Some fields of an operation, all of which must fit. A text fits `command`, `identifier`, `description`, `label` and
---`data` if it is a part of them; other fields are equal. `kind` may be the type too. A list fits if each of its elements
---fits one that is there, a table by name if each of its fields does; `{}` fits if there is nothing, `false` what is not
---set, and a function decides itself.
---@alias testing.Pattern table<string, any>

---Lua's own `assert`, and more. Each function takes a message as its last argument, to say what is wrong.
---@class testing.Assert
---@overload fun(value: any, message?: any, ...: any): any ...
assert = {}

---Fails unless both values are equal, as `==` has it.
---@generic T
---@param expected any
---@param actual T
---@param message? string
---@return T
function assert.equal(expected, actual, message) end

---The same as `assert.equal`.
---@generic T
---@param expected any
---@param actual T
---@param message? string
---@return T
function assert.equals(expected, actual, message) end

---Fails if both values are equal, as `==` has it.
---@generic T
---@param unwanted any
---@param actual T
---@param message? string
---@return T
function assert.not_equal(unwanted, actual, message) end

---Fails unless both values are equal or, where they are tables, all that is in them is.
---@generic T
---@param expected any
---@param actual T
---@param message? string
---@return T
function assert.same(expected, actual, message) end

---Fails if `assert.same` would not.
---@generic T
---@param unwanted any
---@param actual T
---@param message? string
---@return T
function assert.not_same(unwanted, actual, message) end

---Fails unless the value is `true`.
---@param value any
---@param message? string
---@return true
function assert.is_true(value, message) end

---Fails unless the value is `false`.
---@param value any
---@param message? string
---@return false
function assert.is_false(value, message) end

---Fails unless the value is nil.
---@param value any
---@param message? string
function assert.is_nil(value, message) end

---Fails if the value is nil.
---@generic T
---@param value T|nil
---@param message? string
---@return T
function assert.not_nil(value, message) end

---Fails unless the function ends with an error.
---@param action fun()
---@param wanted? string What the error must say: a part of it, or a pattern that matches it.
---@param message? string
---@return any error The error.
function assert.fails(action, wanted, message) end

---The same as `assert.fails`.
---@param action fun()
---@param wanted? string
---@param message? string
---@return any error
function assert.error(action, wanted, message) end

---Fails unless a text matches a pattern of Lua.
---@param pattern string
---@param text string
---@param message? string
---@return string text
function assert.match(pattern, text, message) end

---The same as `assert.match`.
---@param pattern string
---@param text string
---@param message? string
---@return string text
function assert.matches(pattern, text, message) end

---Fails unless a text has another one in it, or a table has an element that is the same.
---@generic T
---@param part any
---@param whole T
---@param message? string
---@return T
function assert.contains(part, whole, message) end

---Fails unless the build has an operation that fits.
---@param build testing.Build
---@param pattern testing.Pattern
---@param message? string
---@return testing.Op
function assert.has_op(build, pattern, message) end

---Fails if the build has an operation that fits.
---@param build testing.Build
---@param pattern testing.Pattern
---@param message? string
function assert.no_op(build, pattern, message) end
