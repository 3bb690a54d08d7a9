---@meta

-- Made of luakit's declarations; do not edit. This makes it again:
--   mvn -q -B -pl llb -am -P reference process-test-classes

---A file system as one step of the build leaves it. Nothing changes a state: each method returns a new one.
---@class bk.State
local state = {}

---What `bk.cache`, `bk.secret`, `bk.ssh`, `bk.tmpfs` and `bk.bind` return.
---@class bk.Mount

---What `bk.platform` returns.
---@class bk.Platform
---@field os string The operating system, such as `"linux"`.
---@field arch string The architecture, such as `"arm64"`.
---@field variant string|nil The architecture's variant, such as `"v7"`.

---What a build script is made of.
---@class bk
---@field target_platform bk.Platform The platform that the image is built for.
---@field build_platform bk.Platform The platform that the build runs on.
---@field target string|nil What is to be built of that which the script can build, as `--target` names it.
bk = {}

---@class (exact) bk.Device
---@field name string The device, such as `vendor.com/gpu=0`. Example: `name = "vendor.com/gpu=0"`
---@field optional? boolean Whether the command runs without it where the daemon has no such device. Default: false. Example: `optional = true`

---@class (exact) bk.Owner
---@field user? string|integer The user. A name is looked up in the `/etc/passwd` of the state that gets the file. Default: root. Example: `user = "node"`
---@field group? string|integer The group. A name is looked up in the `/etc/group` of the state that gets the file. Default: the user's own; for a number, the same number. Example: `group = 1000`

---@class (exact) bk.PlatformTable
---@field os string The operating system. Example: `os = "linux"`
---@field arch string The architecture. Example: `arch = "arm64"`
---@field variant? string The architecture's variant, as in `v7`. Default: none. Example: `variant = "v7"`

---@class (exact) bk.ProgressGroup
---@field id? string What makes operations the same group. Default: the name. Example: `id = "tests"`
---@field name? string What the progress shows. Default: the ID. Example: `name = "tests"`
---@field weak? boolean Whether the group is shown only once another operation of it, which is not weak, runs. Default: false. Example: `weak = true`

---@class (exact) bk.Proxy
---@field http_proxy? string The proxy for `http://`: both `HTTP_PROXY` and `http_proxy`. Default: none. Example: `http_proxy = "http://proxy.example:3128"`
---@field https_proxy? string The proxy for `https://`: both `HTTPS_PROXY` and `https_proxy`. Default: none. Example: `https_proxy = "http://proxy.example:3128"`
---@field ftp_proxy? string The proxy for `ftp://`: both `FTP_PROXY` and `ftp_proxy`. Default: none. Example: `ftp_proxy = "http://proxy.example:3128"`
---@field no_proxy? string Hosts that need none: both `NO_PROXY` and `no_proxy`. Default: none. Example: `no_proxy = "localhost,10.0.0.0/8"`
---@field all_proxy? string The proxy for all the rest: both `ALL_PROXY` and `all_proxy`. Default: none. Example: `all_proxy = "http://proxy.example:3128"`

---@class (exact) bk.Resources
---@field memory? integer|string Memory, in bytes. Default: no limit. Example: `memory = "512m"`
---@field memory_swap? integer|string Memory and swap together, in bytes; -1 for no limit. Default: the daemon's. Example: `memory_swap = "1g"`
---@field cpu_shares? integer The weight beside other commands, where processor time is short; 1024 is usual. Default: the daemon's. Example: `cpu_shares = 512`
---@field cpu_period? integer The length in microseconds of the periods that `cpu_quota` is of. Default: the daemon's. Example: `cpu_period = 100000`
---@field cpu_quota? integer Microseconds of processor time in each period; -1 for no limit. Default: no limit. Example: `cpu_quota = 50000`
---@field cpuset_cpus? string The processors to run on, as in `"0-3,5"`. Default: all. Example: `cpuset_cpus = "0-3"`
---@field cpuset_mems? string The memory nodes to use, as in `"0"`. Default: all. Example: `cpuset_mems = "0"`

---@class (exact) bk.SecretEnv
---@field name string The variable. Example: `name = "NPM_TOKEN"`
---@field id? string The secret's ID. Default: the variable's name. Example: `id = "npm-token"`
---@field optional? boolean Whether the command runs without the variable where the build is given no such secret. Default: false. Example: `optional = true`

---@class (exact) bk.Ulimit
---@field soft integer The limit that holds; -1 for none. Example: `soft = 1024`
---@field hard integer How far a process may raise it; -1 for no limit. Example: `hard = 4096`

---@class (exact) bk.ImageOptions
---@field platform? string|bk.Platform|bk.PlatformTable The platform of the image to take, for which its commands run too. Default: the platform that is built for. Example: `platform = "linux/arm64"`
---@field resolve_mode? "default"|"pull"|"local" Where BuildKit looks the reference up: always in the registry (`"pull"`), or first among the images of the daemon (`"local"`). Default: "default". Example: `resolve_mode = "pull"`
---@field checksum? string The digest that the image must have, `sha256:` and 64 hexadecimal digits. The build fails where the tag names another image by now. Default: none. Example: `checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
---@field layer_limit? integer How many layers to take, counted from the lowest, at most as many as there are. Default: all layers. Example: `layer_limit = 1`

---The file system of a container image. What the image says of environment, working directory and user holds for the
---commands that run in it.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---
----- For another platform, and only this very image.
---local arm = bk.image("alpine:3.19", {
---    platform = "linux/arm64",
---    checksum = "sha256:6457d53fb065d6f250e1504b9bc42d5b6c65941d57532c072d929dd0628977d0",
---})
---```
---
---@param ref string The image's reference, completed as Docker does: `alpine` is `docker.io/library/alpine:latest`.
---@param options? bk.ImageOptions
---@return bk.State
function bk.image(ref, options) end

---@class (exact) bk.LocalOptions
---@field include? string[] Patterns of the files to transfer, as in a `.dockerignore`. Default: all files. Example: `include = { "go.mod", "go.sum" }`
---@field exclude? string[] Patterns of the files to leave out, as in a `.dockerignore`. Default: none. Example: `exclude = { ".git", "**/*.md" }`
---@field follow_paths? string[] Files to transfer together with whatever they are symbolic links to. Default: none. Example: `follow_paths = { "current" }`
---@field shared_key_hint? string Sources with the same name and hint start from each other's files, and transfer only what differs. Default: none. Example: `shared_key_hint = "sources"`
---@field differ? "none"|"metadata" How files are found that need not be transferred again: by size, time and mode (`"metadata"`), or not at all (`"none"`). Default: metadata, as the daemon decides. Example: `differ = "none"`

---A directory of the machine that starts the build. The underscore is there because `local` is a word of the language.
---
---```lua
---local context = bk.local_("context")
---
----- Only what the compiler reads: a change to anything else builds nothing again.
---local sources = bk.local_("context", {
---    include = { "**/*.go", "go.mod", "go.sum" },
---    exclude = { "**/*_test.go", "vendor" },
---})
---```
---
---@param name string The name under which the client gives the directory: `buildctl build --local NAME=DIR`.
---@param options? bk.LocalOptions
---@return bk.State
function bk.local_(name, options) end

---@class (exact) bk.GitOptions
---@field ref? string A branch, a tag or a commit. Default: the default branch. Example: `ref = "v1.2.0"`
---@field keep_git_dir? boolean Whether the directory `.git` stays. Default: false. Example: `keep_git_dir = true`
---@field subdir? string The directory of the repository to take. Default: the whole repository. Example: `subdir = "docs"`
---@field checksum? string The commit that `ref` must stand for: its hexadecimal name, or how that begins. Default: none. Example: `checksum = "8ad5b0c1a2d34f5e6a7b8c9d0e1f2a3b4c5d6e7f"`
---@field auth_token_secret? string The ID of the secret that is the token for HTTP, used where the build is given such a secret; the empty string for none. Default: "GIT_AUTH_TOKEN". Example: `auth_token_secret = "github-token"`
---@field auth_header_secret? string The ID of the secret that is the whole header `Authorization`, used where the build is given such a secret; the empty string for none. Default: "GIT_AUTH_HEADER". Example: `auth_header_secret = "authorization"`
---@field known_ssh_hosts? string Keys of hosts, as the lines of a file `known_hosts`. For SSH only. Default: none. Example: `known_ssh_hosts = "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"`
---@field mount_ssh_sock? string The ID of the SSH agent to use, as `--ssh` gives it. For SSH only. Default: "default". Example: `mount_ssh_sock = "default"`
---@field skip_submodules? boolean Whether submodules are left out. Default: false. Example: `skip_submodules = true`
---@field mtime? "checkout"|"commit" The files' time of last change: when BuildKit took them out of the repository, or that of the commit, which is the same in every build. Default: "checkout". Example: `mtime = "commit"`
---@field fetch_by_commit? boolean Whether the commit that `checksum` names in full is fetched without asking the server what `ref` stands for, which may have moved on. A tag is then written `refs/tags/NAME`. Default: false. Example: `fetch_by_commit = true, checksum = "8ad5b0c1a2d34f5e6a7b8c9d0e1f2a3b4c5d6e7f"`

---The files of a git repository at one commit, which BuildKit fetches.
---
---```lua
---local buildkit = bk.git("https://github.com/moby/buildkit.git", { ref = "v0.12.0" })
---
----- A private repository, with the agent that --ssh gives, and files that are as old as the commit.
---local private = bk.git("git@github.com:acme/server.git", { ref = "main", subdir = "api", mtime = "commit" })
---```
---
---@param url string The repository: `https://…`, `http://…`, `ssh://…`, `git://…` or `user@host:path`. A fragment `#ref:subdir` says what `ref` and `subdir` do not.
---@param options? bk.GitOptions
---@return bk.State
function bk.git(url, options) end

---@class (exact) bk.HttpOptions
---@field checksum? string The digest that the file must have, `sha256:` and 64 hexadecimal digits. Default: none. Example: `checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
---@field filename? string The file's name, in the root of the state. Default: the last part of the URL. Example: `filename = "tool.tar.gz"`
---@field chmod? string|integer The file's permissions; BuildKit knows the last three octal digits. Default: the daemon's, `"0600"`. Example: `chmod = "0755"`
---@field uid? integer The number of the user to whom the file belongs. Default: 0. Example: `uid = 1000`
---@field gid? integer The number of the group to which the file belongs. Default: 0. Example: `gid = 1000`
---@field headers? table<"Accept"|"User-Agent", string> Headers of the request: `Accept` and `User-Agent`. BuildKit passes on no others. Default: none. Example: `headers = { Accept = "application/zip" }`
---@field username? string A user for basic authentication. It goes into the URL, where everyone sees it who sees the definition; prefer `auth_header_secret`. Default: none. Example: `username = "ci", password = "public"`
---@field password? string The user's password, as open to everyone as the user. Default: none. Example: `password = "public", username = "ci"`
---@field auth_header_secret? string The ID of the secret that is the whole header `Authorization`, as in `Bearer …`. Default: none. Example: `auth_header_secret = "authorization"`

---A state with one file in its root, which BuildKit downloads.
---
---```lua
---local archive = bk.http("https://example.com/tool-1.2.tar.gz", {
---    checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
---})
---local tools = bk.scratch():copy(archive, "tool-1.2.tar.gz", "/opt/", { attempt_unpack = true })
---
----- A program, to be run; the header comes from a secret: --secret id=download,src=header.txt
---local program = bk.http("https://example.com/private/tool", {
---    filename = "tool",
---    chmod = "0755",
---    auth_header_secret = "download",
---})
---```
---
---@param url string The file: `https://…` or `http://…`.
---@param options? bk.HttpOptions
---@return bk.State
function bk.http(url, options) end

---@class (exact) bk.HttpsOptions
---@field checksum? string The digest that the file must have, `sha256:` and 64 hexadecimal digits. Default: none. Example: `checksum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
---@field filename? string The file's name, in the root of the state. Default: the last part of the URL. Example: `filename = "tool.tar.gz"`
---@field chmod? string|integer The file's permissions; BuildKit knows the last three octal digits. Default: the daemon's, `"0600"`. Example: `chmod = "0755"`
---@field uid? integer The number of the user to whom the file belongs. Default: 0. Example: `uid = 1000`
---@field gid? integer The number of the group to which the file belongs. Default: 0. Example: `gid = 1000`
---@field headers? table<"Accept"|"User-Agent", string> Headers of the request: `Accept` and `User-Agent`. BuildKit passes on no others. Default: none. Example: `headers = { Accept = "application/zip" }`
---@field username? string A user for basic authentication. It goes into the URL, where everyone sees it who sees the definition; prefer `auth_header_secret`. Default: none. Example: `username = "ci", password = "public"`
---@field password? string The user's password, as open to everyone as the user. Default: none. Example: `password = "public", username = "ci"`
---@field auth_header_secret? string The ID of the secret that is the whole header `Authorization`, as in `Bearer …`. Default: none. Example: `auth_header_secret = "authorization"`

---The same as `bk.http`; the URL says which of the two protocols is spoken.
---
---```lua
---local release = bk.https("https://example.com/notes.txt", { headers = { Accept = "text/plain" } })
---```
---
---@param url string The file: `https://…` or `http://…`.
---@param options? bk.HttpsOptions
---@return bk.State
function bk.https(url, options) end

---An empty file system: no operation, but the lack of one. The base of images that hold nothing but what is copied into
---them.
---
---```lua
---local built = bk.image("golang:1.22"):run("go build -o /server .", { cwd = "/src" })
---
----- An image with one file in it.
---bk.export(bk.scratch():copy(built, "/server", "/server"), { entrypoint = { "/server" } })
---```
---
---@return bk.State
function bk.scratch() end

---@class (exact) bk.OciLayoutOptions
---@field platform? string|bk.Platform|bk.PlatformTable The platform of the image to take, for which its commands run too. Default: the platform that is built for. Example: `platform = "linux/arm64"`
---@field store? string The ID of the layout: `buildctl build --oci-layout ID=DIR`. BuildKit finds no layout without it. Default: none. Example: `store = "images"`
---@field session? string The ID of the session whose client has the layout. Default: the session of the build. Example: `session = "q1h2k3"`
---@field layer_limit? integer How many layers to take, counted from the lowest, at most as many as there are. Default: all layers. Example: `layer_limit = 1`

---The file system of an image that lies in a directory of the client's, in the layout of the OCI image specification.
---
---```lua
----- buildctl build --oci-layout base=path/to/layout
---local base = bk.oci_layout("local/base@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", {
---    store = "base",
---})
---```
---
---@param ref string The image: a name with a slash in it, an `@` and the digest of its manifest.
---@param options? bk.OciLayoutOptions
---@return bk.State
function bk.oci_layout(ref, options) end

---@class (exact) bk.RunOptions
---@field env? table<string, string|number|boolean>|string[] Variables for this command, on top of the state's: `{ NAME = value }`, sorted by name, or a list of `"NAME=value"`, in its order. Values are strings, numbers or booleans. Default: the state's. Example: `env = { CGO_ENABLED = "0" }`
---@field cwd? string The directory in which it runs; a relative one is seen from the state's. Default: the state's. Example: `cwd = "/src"`
---@field user? string|integer The user that it runs as: a name or a number, or `"user:group"`. Default: the state's. Example: `user = "node"`
---@field network? "sandbox"|"host"|"none" The network: one of its own (`"sandbox"`), the machine's (`"host"`, which the build must allow), or none. Default: "sandbox". Example: `network = "none"`
---@field security? "sandbox"|"insecure" The privileges: a container's, or all (`"insecure"`, which the build must allow). Default: "sandbox". Example: `security = "insecure"`
---@field mounts? bk.Mount[] What `bk.cache`, `bk.secret`, `bk.ssh`, `bk.tmpfs` and `bk.bind` return. Default: none. Example: `mounts = { bk.cache("/go/pkg/mod"), bk.secret("/run/secrets/token") }`
---@field hostname? string The host's name that the command sees. Default: the daemon's choice. Example: `hostname = "builder"`
---@field valid_exit_codes? integer|integer[]|string The exit codes that mean success: one (`1`), some (`{ 0, 2 }`) or a range (`"0..10"`), from 0 to 255. Default: only 0. Example: `valid_exit_codes = { 0, 2 }`
---@field ulimit? table<string, integer|string|bk.Ulimit>|string[] Limits of the process by name, as `ulimit` has them: `{ nofile = 1024 }`, `{ nofile = "1024:2048" }`, `{ nofile = { soft = 1024, hard = 2048 } }`, or a list of `"nofile=1024:2048"`. Default: the daemon's. Example: `ulimit = { nofile = 1024 }`
---@field extra_hosts? table<string, string>|string[] Lines for the command's `/etc/hosts`: `{ ["db.local"] = "10.0.0.1" }`, or a list of `"db.local=10.0.0.1"`. Default: none. Example: `extra_hosts = { ["db.local"] = "10.0.0.5" }`
---@field cgroup_parent? string The cgroup below which the command's own is made. Default: the daemon's. Example: `cgroup_parent = "builds"`
---@field devices? (string|bk.Device)[] CDI devices that the command gets, by name, or as tables. Default: none. Example: `devices = { "vendor.com/gpu=0" }`
---@field secret_env? table<string, string>|bk.SecretEnv[] Variables whose values are secrets: `{ NAME = "secret-id" }`, or a list of tables. Default: none. Example: `secret_env = { NPM_TOKEN = "npm-token" }`
---@field proxy? bk.Proxy Variables that tell of proxies. A cached result is found whatever they are. Default: none. Example: `proxy = { http_proxy = "http://proxy.example:3128" }`
---@field readonly_rootfs? boolean Whether it can write to its mounts only. The state that `run` returns then has the files of the one before, and the command runs only for what `state:get_mount` gives. Default: false. Example: `readonly_rootfs = true`
---@field resources? bk.Resources Limits of memory and processor time. They are no part of what a cached result is found by. Default: no limits. Example: `resources = { memory = "512m", cpu_shares = 512 }`
---@field ignore_cache? boolean Whether it runs though its result is known from an earlier build. Default: false. Example: `ignore_cache = true`

---The state after a command. The command's environment, working directory and user are those of the state, unless the
---options say otherwise; what they say does not hold for later commands.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---
----- A command line for the shell, and a program with its arguments.
---local tools = alpine:run("apk add --no-cache make && make --version")
---local listed = alpine:run({ "ls", "-l", "/my folder" }, { valid_exit_codes = { 0, 1 } })
---
----- A build as it is in practice.
---local context = bk.local_("context")
---local built = bk.image("golang:1.22"):run("go build -o /out/server ./cmd/server", {
---    cwd = "/src",
---    env = { CGO_ENABLED = 0, GOFLAGS = "-trimpath" },
---    network = "none",
---    mounts = {
---        bk.bind(context, "/src"),
---        bk.cache("/root/.cache/go-build"),
---        bk.tmpfs("/tmp", { size = "1g" }),
---    },
---    resources = { memory = "2g", cpu_quota = 150000, cpu_period = 100000 },
---})
---
----- A test with a limit of open files, a host that only it knows, and a token in a variable.
---local tested = built:run("/out/server --self-test", {
---    ulimit = { nofile = { soft = 1024, hard = 4096 } },
---    extra_hosts = { ["db.local"] = "127.0.0.1" },
---    secret_env = { { name = "TOKEN", id = "ci-token", optional = true } },
---})
---```
---
---@param cmd string|string[] A command line, which `/bin/sh -c` runs, or a list: the program and its arguments, without a shell.
---@param options? bk.RunOptions
---@return bk.State
function state:run(cmd, options) end

---What the command that made the state, with `state:run`, left in a mount: the mounted state with the command's
---changes.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local made = alpine:run("cp /etc/os-release /out/", {
---    mounts = { bk.bind(bk.scratch(), "/out", { readonly = false }) },
---})
---
----- Just /os-release: neither alpine nor what else the command changed in it.
---bk.export(made:get_mount("/out"))
---```
---
---@param dest string The path of a writable `bk.bind` of that command.
---@return bk.State
function state:get_mount(dest) end

---@class (exact) bk.WithMetadataOptions
---@field description? string What the build's progress calls the operation. Default: the command or the like. Example: `description = "compile the server"`
---@field progress_group? string|bk.ProgressGroup The operations of one group are shown as one: a name, or a table. Default: none. Example: `progress_group = "tests"`
---@field ignore_cache? boolean Whether the operation is done though its result is known from an earlier build. Default: false. Example: `ignore_cache = true`
---@field export_cache? boolean Whether the result goes into a cache that the build exports. Default: as the build says. Example: `export_cache = false`

---The same state, with more said about the operation that made it. None of this is part of the operation: a cached
---result is found whatever it is.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local lint = alpine:run("make lint"):with_metadata({ description = "lint", progress_group = "checks" })
---local test = alpine:run("make test"):with_metadata({ description = "test", progress_group = "checks" })
---
----- Each build asks again what is new.
---local updated = alpine:run("apk upgrade"):with_metadata({ ignore_cache = true })
---```
---
---@param options? bk.WithMetadataOptions
---@return bk.State
function state:with_metadata(options) end

---The same state with more variables for all later commands and for the exported image, as Dockerfile's ENV.
---
---```lua
---local node = bk.image("node:20"):with_env({ NODE_ENV = "production", CI = true })
---local installed = node:run("npm ci"):run("npm run build") -- both see the variables
---```
---
---@param env table<string, string|number|boolean>|string[] Variables, on top of the state's, in the forms of the option `env` of `state:run`.
---@return bk.State
function state:with_env(env) end

---The same state in another working directory, for all later commands, paths and for the exported image, as
---Dockerfile's WORKDIR; but it does not make the directory.
---
---```lua
---local app = bk.image("node:20"):with_workdir("/app")
---local built = app:copy(bk.local_("context"), ".", "."):run("npm ci") -- copied to /app, and run there
---```
---
---@param path string The directory; a relative one is seen from the state's.
---@return bk.State
function state:with_workdir(path) end

---The same state with another user for all later commands and for the exported image, as Dockerfile's USER.
---
---```lua
---local alpine = bk.image("alpine:3.19"):run("adduser -D app")
---local checked = alpine:with_user("app"):run("test $(whoami) = app")
---```
---
---@param user string|integer The user: a name or a number, or `"user:group"`.
---@return bk.State
function state:with_user(user) end

---@class (exact) bk.CopyOptions
---@field mode? string|integer The permissions of what is copied: octal digits, or changes such as `"u+x,go=r"`. Default: kept. Example: `mode = "u+x,go=r"`
---@field owner? bk.Owner|string Who it belongs to: `{ user = …, group = … }` or `"user:group"`, by name or by number. Default: kept. Example: `owner = "node:node"`
---@field follow_symlink? boolean Whether, where `src` is a symbolic link, what it points to is copied. Default: false. Example: `follow_symlink = true`
---@field create_dest_path? boolean Whether missing directories above `dest` are made; otherwise the build fails. Default: true. Example: `create_dest_path = false`
---@field allow_wildcard? boolean Whether `*`, `?` and `[…]` in `src` match names. Default: false. Example: `allow_wildcard = true`
---@field include? string[] Patterns of the files to copy, as in a `.dockerignore`, seen from `src`. Default: all files. Example: `include = { "**/*.go" }`
---@field exclude? string[] Patterns of the files to leave out, as in a `.dockerignore`, seen from `src`. Default: none. Example: `exclude = { "*_test.go" }`
---@field dir_contents_only? boolean Whether of a directory what is in it is copied, as Dockerfile's COPY does, and not the directory itself. Default: false. Example: `dir_contents_only = true`
---@field allow_empty_wildcard? boolean Whether a wildcard may match nothing; otherwise the build fails. Default: false. Example: `allow_empty_wildcard = true, allow_wildcard = true`
---@field attempt_unpack? boolean Whether a tar archive, compressed or not, is unpacked, as Dockerfile's ADD does. Default: false. Example: `attempt_unpack = true`
---@field required_paths? string[] Paths in `from` that must be among what `include` or a wildcard finds; otherwise the build fails. Default: none. Example: `required_paths = { "/src/go.mod" }, include = { "go.mod" }`
---@field always_replace_existing_dest_paths? boolean Whether a file may take the place of a directory and the other way round; otherwise the build fails. Default: false. Example: `always_replace_existing_dest_paths = true`
---@field created_time? number|string The time of last change, as seconds since 1970 or as text such as `"2024-01-01T00:00:00Z"`. Default: kept. Example: `created_time = "2024-01-01T00:00:00Z"`

---The state with a file or a directory of another state.
---
---```lua
---local context = bk.local_("context")
---local alpine = bk.image("alpine:3.19")
---
----- All of the context's files to /app, as COPY . /app does.
---local app = alpine:copy(context, ".", "/app")
---
----- Some of them, for a user; and one program.
---local scripts = alpine:copy(context, "bin/*.sh", "/usr/local/bin/", {
---    allow_wildcard = true,
---    exclude = { "*_test.sh" },
---    mode = "0755",
---    owner = "root:bin",
---})
---local server = bk.scratch():copy(app, "/app/server", "/server", { mode = "a+x" })
---```
---
---@param from bk.State The state to copy from.
---@param src string The path there, seen from that state's working directory.
---@param dest string The path to copy to, seen from the working directory of the state that gets the files. One that ends with a slash is a directory to copy into; so write `"./"` rather than `"."` where that directory may not exist yet.
---@param options? bk.CopyOptions
---@return bk.State
function state:copy(from, src, dest, options) end

---@class (exact) bk.MkdirOptions
---@field mode? string|integer The directory's permissions; BuildKit knows the last three octal digits. Default: "0755". Example: `mode = "0755"`
---@field make_parents? boolean Whether missing directories above it are made; otherwise the build fails. Default: false. Example: `make_parents = true`
---@field owner? bk.Owner|string Who it belongs to: `{ user = …, group = … }` or `"user:group"`, by name or by number. Default: root. Example: `owner = "node:node"`
---@field created_time? number|string The time of last change, as seconds since 1970 or as text such as `"2024-01-01T00:00:00Z"`. Default: the time of the build. Example: `created_time = "2024-01-01T00:00:00Z"`

---The state with a new directory. One that is there already stays as it is.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local data = alpine:mkdir("/var/lib/app/data", {
---    make_parents = true,
---    mode = "0750",
---    owner = { user = 1000, group = "users" },
---})
---```
---
---@param path string The directory, seen from the state's working directory.
---@param options? bk.MkdirOptions
---@return bk.State
function state:mkdir(path, options) end

---@class (exact) bk.MkfileOptions
---@field mode? string|integer The file's permissions; BuildKit knows the last three octal digits. Default: "0644". Example: `mode = "0755"`
---@field owner? bk.Owner|string Who it belongs to: `{ user = …, group = … }` or `"user:group"`, by name or by number. Default: root. Example: `owner = "node:node"`
---@field created_time? number|string The time of last change, as seconds since 1970 or as text such as `"2024-01-01T00:00:00Z"`. Default: the time of the build. Example: `created_time = "2024-01-01T00:00:00Z"`

---The state with a file whose content is in the script. A file that is there already gets the content, and keeps its
---permissions.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local configured = alpine
---    :mkfile("/etc/app.conf", "port = 8080\n")
---    :mkfile("/start.sh", "#!/bin/sh\nexec app --config /etc/app.conf\n", { mode = "0755" })
---```
---
---@param path string The file, seen from the state's working directory. The directory that it is in must be there.
---@param data string The file's content; a string of Lua holds any bytes.
---@param options? bk.MkfileOptions
---@return bk.State
function state:mkfile(path, data, options) end

---@class (exact) bk.RmOptions
---@field allow_not_found? boolean Whether the path may be missing; otherwise the build fails. Default: false. Example: `allow_not_found = true`
---@field allow_wildcard? boolean Whether `*`, `?` and `[…]` in the path match names. Default: false. Example: `allow_wildcard = true`

---The state without a file, or without a directory and all that is in it.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local small = alpine:rm("/usr/share/man", { allow_not_found = true }):rm("/tmp/*.log", {
---    allow_wildcard = true,
---    allow_not_found = true,
---})
---```
---
---@param path string The file or directory, seen from the state's working directory.
---@param options? bk.RmOptions
---@return bk.State
function state:rm(path, options) end

---@class (exact) bk.SymlinkOptions
---@field owner? bk.Owner|string Who it belongs to: `{ user = …, group = … }` or `"user:group"`, by name or by number. Default: root. Example: `owner = "node:node"`
---@field created_time? number|string The time of last change, as seconds since 1970 or as text such as `"2024-01-01T00:00:00Z"`. Default: the time of the build. Example: `created_time = "2024-01-01T00:00:00Z"`

---The state with a new symbolic link.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local linked = alpine:symlink("/usr/bin/python3", "/usr/bin/python")
---```
---
---@param oldpath string What the link points to, which need not exist.
---@param newpath string Where the link is, seen from the state's working directory.
---@param options? bk.SymlinkOptions
---@return bk.State
function state:symlink(oldpath, newpath, options) end

---The files of several states on top of each other, without copying them. The first one's environment, working
---directory and user stay.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local config = bk.scratch():mkfile("/etc/app.conf", "port = 8080\n")
---local tool = bk.scratch():mkfile("/usr/bin/tool", "#!/bin/sh\n", { mode = "0755" })
---
----- config and tool are made at the same time, and a change to one leaves the other as it was.
---bk.export(bk.merge(alpine, config, tool))
---```
---
---@param ... bk.State Two or more states. Where several have the same file, that of the last one wins.
---@return bk.State
function bk.merge(...) end

---What one state has changed of another: files that are new, changed or gone, to be merged on top of a third state.
---
---```lua
---local alpine = bk.image("alpine:3.19")
---local with_git = alpine:run("apk add --no-cache git")
---
----- What apk has installed, on top of an image that has more in it.
---local git = bk.diff(alpine, with_git)
---bk.export(bk.merge(bk.image("node:20"), git))
---```
---
---@param lower bk.State The state before.
---@param upper bk.State The state after.
---@return bk.State
function bk.diff(lower, upper) end

---@class (exact) bk.ExportOptions
---@field entrypoint? string[] The program that a container runs, and its first arguments. Setting it drops an inherited `cmd`, as in a Dockerfile. Default: inherited. Example: `entrypoint = { "/server" }`
---@field cmd? string[] The program's arguments where a container is started without any; without an `entrypoint` also the program. Default: inherited. Example: `cmd = { "serve", "--port", "8080" }`
---@field env? table<string, string|number|boolean>|string[] Variables, on top of those that are inherited: `{ NAME = value }`, sorted by name, or a list of `"NAME=value"`, in its order. Default: inherited. Example: `env = { CGO_ENABLED = "0" }`
---@field workdir? string The directory in which a container's program starts. Default: inherited. Example: `workdir = "/app"`
---@field cwd? string Another name of `workdir`.
---@field user? string|integer The user that a container's program runs as: a name or a number, or `"user:group"`. Default: inherited. Example: `user = "65534:65534"`
---@field expose? (string|integer)[] Ports that a container listens on, on top of those that are inherited: `8080` or `"8080/tcp"`. Default: inherited. Example: `expose = { "8080/tcp", 9090 }`
---@field labels? table<string, string|number|boolean>|string[] Labels, on top of those that are inherited, in the forms of `env`. Default: inherited. Example: `labels = { ["org.opencontainers.image.version"] = "1.2.0" }`
---@field volumes? string[] Directories that each container keeps outside of its file system, on top of those that are inherited. Default: inherited. Example: `volumes = { "/data" }`
---@field stop_signal? string The signal that asks a container's program to end, such as `"SIGINT"`. Default: inherited. Example: `stop_signal = "SIGINT"`
---@field os? string The image's operating system. Default: the state's. Example: `os = "linux"`
---@field arch? string The image's architecture. Default: the state's. Example: `arch = "arm64"`
---@field variant? string The architecture's variant, as in `"v7"`. Default: the state's, where it has the architecture too. Example: `variant = "v7", arch = "arm"`

---Says which state is built, and what is said of the image that is made of it. A script calls it exactly once.
---
---```lua
---local app = bk.image("node:20"):with_workdir("/app"):copy(bk.local_("context"), ".", ".")
---
---bk.export(app, {
---    entrypoint = { "node" },
---    cmd = { "server.js" },
---    env = { PORT = 8080 },
---    user = "node",
---    expose = { 8080 },
---    volumes = { "/var/lib/app" },
---    labels = { ["org.opencontainers.image.title"] = "app" },
---    stop_signal = "SIGINT",
---})
---```
---
---@param state bk.State The state to build.
---@param options? bk.ExportOptions
function bk.export(state, options) end

---A platform, for the option `platform`. Where one is taken, its text will do as well (`"linux/arm64"`), or a table
---`{ os = …, arch = …, variant = … }`.
---
---```lua
---local arm = bk.platform("linux", "arm", "v7")
---assert(arm == bk.platform("linux/arm/v7") and arm.variant == "v7")
---assert(tostring(bk.platform("linux", "aarch64")) == "linux/arm64")
---
----- A compiler that runs here, for the platform that the image is for.
---local golang = bk.image("golang:1.22", { platform = bk.build_platform })
---local built = golang:run("go build -o /out/app", { env = { GOARCH = bk.target_platform.arch } })
---```
---
---@param os string The operating system, or a whole `"os/arch/variant"`.
---@param arch? string The architecture, under any of its names: `x86_64` is `amd64`, `aarch64` is `arm64`. Default: in `os`.
---@param variant? string The architecture's variant; for `arm` it is `v7` by default. Default: none.
---@return bk.Platform
function bk.platform(os, arch, variant) end

---A build argument: the value that `--build-arg NAME=VALUE` gives it. What Dockerfiles know of platforms needs no
---giving: `TARGETARCH`, `BUILDPLATFORM` and the like. `os.getenv` reads the same arguments.
---
---```lua
----- luakit build --build-arg VERSION=1.22 build.lua
---local golang = bk.image("golang:" .. bk.arg("VERSION", "1.22"))
---if bk.arg("RACE") then
---    golang = golang:with_env({ GOFLAGS = "-race" })
---end
---```
---
---@param name string The argument's name.
---@param default? string What the function returns where it is not given. Default: nil.
---@return string|nil
---@overload fun(name: string, default: string): string
function bk.arg(name, default) end

---@class (exact) bk.CacheOptions
---@field id? string The cache's name: commands that name the same one share it, wherever they mount it. Default: the path. Example: `id = "gomod"`
---@field sharing? "shared"|"private"|"locked" What happens where two commands want it at once: both get it (`"shared"`), the second gets another one (`"private"`), or the second waits (`"locked"`). Default: "shared". Example: `sharing = "locked"`
---@field from? bk.State The state whose files the cache has when it is new, with their owners and modes. Default: an empty directory. Example: `from = bk.scratch():mkdir("/cache")`
---@field selector? string The path in `from` that is mounted. Default: all of it. Example: `selector = "/cache", from = bk.scratch():mkdir("/cache")`

---A directory that BuildKit keeps from build to build, for a compiler's or a package manager's downloads. What is in it
---is never part of a state.
---
---```lua
---local installed = bk.image("node:20"):run("npm ci", {
---    cwd = "/app",
---    mounts = { bk.cache("/root/.npm", { id = "npm", sharing = "locked" }) },
---})
---
----- A cache that a user who is not root can write to.
---local empty = bk.scratch():mkdir("/cache", { owner = "1000:1000" })
---local built = installed:run("npm run build", {
---    user = 1000,
---    mounts = { bk.cache("/home/node/.cache", { from = empty, selector = "/cache" }) },
---})
---```
---
---@param dest string The path at which the command finds it; a relative one is seen from the command's working directory.
---@param options? bk.CacheOptions
---@return bk.Mount
function bk.cache(dest, options) end

---@class (exact) bk.SecretOptions
---@field id? string The secret's ID, as `--secret id=…` gives it. Default: the last part of the path. Example: `id = "npmrc"`
---@field uid? integer The number of the user to whom the file belongs. Default: 0. Example: `uid = 1000`
---@field gid? integer The number of the group to which the file belongs. Default: 0. Example: `gid = 1000`
---@field mode? string|integer The file's permissions. Default: "0400". Example: `mode = "0440"`
---@field optional? boolean Whether the command runs without the file where the build is given no such secret; otherwise the build fails. Default: false. Example: `optional = true`

---A file in memory with a secret that the client gives. Neither the definition nor any state nor the cache has its
---content.
---
---```lua
----- buildctl build --secret id=npmrc,src=.npmrc
---local installed = bk.image("node:20"):run("npm ci", {
---    mounts = { bk.secret("/root/.npmrc", { id = "npmrc" }) },
---})
---```
---
---@param dest string The path at which the command finds it; a relative one is seen from the command's working directory.
---@param options? bk.SecretOptions
---@return bk.Mount
function bk.secret(dest, options) end

---@class (exact) bk.SshOptions
---@field dest? string The socket's path. Default: "/run/ssh". Example: `dest = "/run/ssh-agent"`
---@field id? string The agent's ID, as `--ssh ID` gives it. Default: "default". Example: `id = "default"`
---@field uid? integer The number of the user to whom the socket belongs. Default: 0. Example: `uid = 1000`
---@field gid? integer The number of the group to which the socket belongs. Default: 0. Example: `gid = 1000`
---@field mode? string|integer The socket's permissions. Default: "0600". Example: `mode = "0600"`
---@field optional? boolean Whether the command runs without the socket where the build is given no such agent; otherwise the build fails. Default: false. Example: `optional = true`

---The socket of an SSH agent of the client's. The command finds it through the variable `SSH_AUTH_SOCK`, which is set
---unless it is given.
---
---```lua
----- buildctl build --ssh default
---local cloned = bk.image("alpine:3.19"):run("git clone git@github.com:acme/server.git /src", {
---    mounts = { bk.ssh() },
---})
---```
---
---@param options? bk.SshOptions
---@return bk.Mount
function bk.ssh(options) end

---@class (exact) bk.TmpfsOptions
---@field size? integer|string How much it holds at most, in bytes; `"512m"` or `"1g"` is shorter. Default: no limit. Example: `size = "512m"`

---An empty directory in memory, gone when the command ends.
---
---```lua
---local tested = bk.image("alpine:3.19"):run("make test", {
---    mounts = { bk.tmpfs("/tmp", { size = "512m" }), bk.tmpfs("/run") },
---})
---```
---
---@param dest string The path at which the command finds it; a relative one is seen from the command's working directory.
---@param options? bk.TmpfsOptions
---@return bk.Mount
function bk.tmpfs(dest, options) end

---@class (exact) bk.BindOptions
---@field selector? string The path in that state that is mounted: a directory, or a single file. Default: all of it. Example: `selector = "/app"`
---@field readonly? boolean Whether the command can't write to it. What it writes to a writable one changes neither state; `state:get_mount` gives it. Default: true. Example: `readonly = false`
---@field content_cache? "default"|"on"|"off" Whether BuildKit, before it runs the command, compares the content of the mounted files with that of earlier builds. It does by default, except for a writable mount of a part of a state. Default: "default". Example: `content_cache = "on"`

---The files of another state, without copying them.
---
---```lua
---local context = bk.local_("context")
---local golang = bk.image("golang:1.22")
---local checked = golang:run("go vet ./...", { cwd = "/src", mounts = { bk.bind(context, "/src") } })
---
----- A single file of another image.
---local compressed = golang:run("busybox gzip /out/app", {
---    mounts = { bk.bind(bk.image("alpine:3.19"), "/usr/bin/busybox", { selector = "/bin/busybox" }) },
---})
---```
---
---@param from bk.State The state whose files are mounted.
---@param dest string The path at which the command finds it; a relative one is seen from the command's working directory.
---@param options? bk.BindOptions
---@return bk.Mount
function bk.bind(from, dest, options) end
