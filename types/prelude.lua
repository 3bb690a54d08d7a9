---@meta prelude

-- The library that `require("prelude")` finds: docs/prelude.md tells more.

---What most builds write again and again.
---@class prelude
local prelude = {}

---What every function takes that runs a command, and passes on to `state:run`.
---@class prelude.RunOptions
---@field env? table<string, string|number|boolean>|string[] Variables for the command, on top of the state's.
---@field extra_hosts? table<string, string>|string[] Lines for the command's `/etc/hosts`.
---@field ignore_cache? boolean Whether it runs though its result is known from an earlier build.
---@field mounts? bk.Mount[] What it finds besides the state's files.
---@field network? "sandbox"|"host"|"none" The network that it has.
---@field proxy? bk.Proxy Variables that tell of proxies.
---@field resources? bk.Resources Limits of memory and processor time.
---@field secret_env? table<string, string>|bk.SecretEnv[] Variables whose values are secrets.
---@field ulimit? table<string, integer|string|bk.Ulimit>|string[] Limits of the process by name.

---A user, as `prelude.minimal` takes it.
---@class (exact) prelude.Account
---@field gid? integer The group's number. Default: `uid`.
---@field group? string The group's name. Default: `name`.
---@field home? string The user's home. Default: `/home/NAME`.
---@field name string The name: small letters, digits, `_` and `-`.
---@field shell? string The shell that the user logs in to. Default: `/sbin/nologin`.
---@field uid? integer The user's number. Default: 10001.

---@class (exact) prelude.AptOptions : prelude.RunOptions
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field recommends? boolean Whether packages that others only recommend are installed too. Default: false.
---@field update? boolean Whether the lists of packages are brought up to date first. Default: true.

---The state with packages of Debian or Ubuntu.
---The caches are at `/var/cache/apt` and `/var/lib/apt/lists`.
---Images for containers have a setting, `docker-clean`, that has apt throw away what it downloads; while the command runs, an empty file is in its place, and afterwards the image is as it was.
---@param state bk.State The state to start from.
---@param packages string[] Names of packages, as `apt-get install` takes them: also `"git=1:2.*"`.
---@param options? prelude.AptOptions
---@return bk.State
function prelude.apt(state, packages, options) end

---@class (exact) prelude.ApkOptions : prelude.RunOptions
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field update? boolean Whether the index of packages is brought up to date first. Default: true.

---The state with packages of Alpine.
---The cache is at `/var/cache/apk`.
---@param state bk.State The state to start from.
---@param packages string[] Names of packages, as `apk add` takes them: also `"git~2.43"`.
---@param options? prelude.ApkOptions
---@return bk.State
function prelude.apk(state, packages, options) end

---@class (exact) prelude.PipOptions : prelude.RunOptions
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field constraints? string A file of constraints in `what`. Default: none.
---@field python? string The program to install for, such as that of a virtual environment. Default: "python3".
---@field requirements? string The file of requirements in `what`. Default: "requirements.txt".
---@field target? string A directory to install to, which can be copied to another stage. Default: where Python looks.
---@field user? string|integer The user that installs. Default: the state's.

---The state with packages of Python.
---The cache is at `/root/.cache/pip`.
---A file of requirements is read where it is: no copy of it gets into the state, and nothing else of `what` matters to BuildKit's cache.
---@param state bk.State The state to start from.
---@param what string[]|bk.State Packages, as `pip install` takes them; or a state with a file of requirements.
---@param options? prelude.PipOptions
---@return bk.State
function prelude.pip(state, what, options) end

---@class (exact) prelude.NpmOptions : prelude.RunOptions
---@field also? string[] Patterns of more files that npm needs: those of workspaces, say, as `"packages/*/package.json"`. Default: none.
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field dir? string The project's directory. Default: "/app".
---@field omit? string[] Kinds of dependencies to leave out, such as `"dev"`. Default: none.
---@field scripts? boolean Whether packages may run scripts when they are installed. Default: true.
---@field user? string|integer The user that installs. Default: the state's.

---The state with a project's packages of Node, in `node_modules`, by `npm ci`.
---Of `files`, only the lists of packages get into the state; copy the sources after them.
---The cache is at `/root/.npm`.
---@param state bk.State The state to start from.
---@param files bk.State What has `package.json` and `package-lock.json` (or `npm-shrinkwrap.json`) in its working directory.
---@param options? prelude.NpmOptions
---@return bk.State
function prelude.npm(state, files, options) end

---@class (exact) prelude.GoOptions : prelude.RunOptions
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field cgo? boolean Whether C is compiled too. Default: false.
---@field dir? string Where the module is put. Default: "/src".
---@field ldflags? string Flags for the linker, as in `"-s -w"`. Default: none.
---@field output? string The program; a path that ends in `/` is a directory for several. Default: "/out/app".
---@field package? string The package, seen from `dir`. Default: ".".
---@field platform? string|bk.Platform The platform to compile for: Go can on any for any other. Default: the state's.
---@field tags? string[] Build tags. Default: none.
---@field trimpath? boolean Whether the program is kept free of the build's paths. Default: true.
---@field vendor? boolean Whether the modules are in the sources' `vendor`, and none is downloaded. Default: false.

---The state with a program that the Go compiler has made, without paths of the build in it.
---Modules are downloaded before the sources are there.
---The caches are at `/go/pkg/mod` and `/root/.cache/go-build`.
---@param state bk.State The state to start from.
---@param source bk.State The module: `go.mod`, `go.sum` and the sources.
---@param options? prelude.GoOptions
---@return bk.State
function prelude.go(state, source, options) end

---@class (exact) prelude.MavenOptions : prelude.RunOptions
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field dir? string Where the project is put. Default: "/src".
---@field goals? string[] Goals and phases, and further arguments. Default: { "package" }.
---@field mvn? string The program: `"./mvnw"` for the project's own. Default: "mvn".
---@field profiles? string[] Profiles to switch on. Default: none.
---@field tests? boolean Whether tests run. Default: true.

---The state with what Maven has made of a project, in its `target`.
---The local repository, at `/root/.m2/repository`, is a cache that one build at a time may use.
---@param state bk.State The state to start from.
---@param source bk.State The project: `pom.xml` and the sources.
---@param options? prelude.MavenOptions
---@return bk.State
function prelude.maven(state, source, options) end

---@class (exact) prelude.CargoOptions : prelude.RunOptions
---@field bins string[] The programs to make.
---@field cache? boolean|string `false` for no cache: downloads are in memory, and gone after the command. A name for caches of the script's own, which no other build uses. Default: true.
---@field dir? string Where the project is put. Default: "/src".
---@field features? string[] Features to switch on. Default: none.
---@field locked? boolean Whether the build fails where `Cargo.lock` is not up to date. Default: true.
---@field output? string The directory that the programs are copied to. Default: "/out".
---@field profile? string The profile; `"dev"` to compile for tests. Default: "release".
---@field target? string The platform to compile for, as Rust calls it: `"x86_64-unknown-linux-musl"`. Default: the compiler's own.

---The state with programs that Cargo has made, in the directory `output`.
---Cargo's `target` is a cache, as are `/usr/local/cargo/registry` and `/usr/local/cargo/git`, so that only what has changed is compiled.
---That of `target` has the names of the programs and of the platform in its own.
---@param state bk.State The state to start from.
---@param source bk.State The project: `Cargo.toml`, `Cargo.lock` and the sources.
---@param options prelude.CargoOptions
---@return bk.State
function prelude.cargo(state, source, options) end

---@class (exact) prelude.UserOptions
---@field gid? integer The group's number; a group that has it already is taken as it is. Default: uid.
---@field group? string The group's name. Default: name.
---@field home? string The user's home, which is made. Default: "/home/NAME".
---@field name string The name: small letters, digits, `_` and `-`.
---@field shell? string The shell that the user logs in to. Default: "/sbin/nologin".
---@field switch? boolean Whether the state goes on as this user. Default: true.
---@field uid? integer The user's number. Default: 10001.

---The state with a new user, a group and a home, and as that user for all that follows and for the image.
---The user is written down as numbers, by which Kubernetes can tell that it is not root.
---It is added to `/etc/passwd`, `/etc/group` and, where there is one, `/etc/shadow`, by a shell and `grep` alone: the same on every distribution and every day.
---The build fails where the name or the number is taken.
---@param state bk.State The state to start from.
---@param options prelude.UserOptions
---@return bk.State
function prelude.user(state, options) end

---@class (exact) prelude.MinimalOptions
---@field certificates? bk.State A state that has `/etc/ssl/certs/ca-certificates.crt`, to be copied: the authorities that TLS trusts. Default: none.
---@field timezones? bk.State A state that has `/usr/share/zoneinfo`, to be copied. Default: none.
---@field tmp? boolean Whether there is a `/tmp`. Default: true.
---@field users? prelude.Account[] Users besides root: tables as `prelude.user` takes them, without `switch`. Their homes are made. Default: root alone.

---A file system for a program that brings all else along: accounts, a `/tmp` that everyone may write to, and what else the options say.
---No command runs in it, so that it needs no image.
---@param options? prelude.MinimalOptions
---@return bk.State
function prelude.minimal(options) end

---A function that gives the state of a stage.
---A stage is made when it is first asked for, and once; those that nobody asks for, images that they name included, are not made.
---Without a name it is the stage that `--target` names.
---A stage that needs itself, and one that there isn't, are errors.
---@param definitions table<string, fun(stage: fun(name: string): bk.State): bk.State> Functions by the names of the stages. Each gets a function that gives it other stages, and returns a state.
---@return fun(name?: string): bk.State
function prelude.stages(definitions) end

---The state with files of another one, each to the path that it has already or to another one.
---@param state bk.State The state to start from.
---@param from bk.State The state that has the files.
---@param files string[]|table<string, string> Paths, which stay what they are, or `{ [path] = new path }`.
---@param options? bk.CopyOptions The options of `state:copy`, for each of the files.
---@return bk.State
function prelude.copy_from(state, from, files, options) end

---The state with a file or a directory of another one, in a layer that does not depend on the state: on a new base it is not made again, as by Dockerfile's `COPY --link`.
---@param state bk.State The state to start from.
---@param from bk.State The state that has the file.
---@param src string The path there.
---@param dest string The path to copy to, absolute.
---@param options? bk.CopyOptions The options of `state:copy`. The layer knows no names, so an `owner` must be numbers.
---@return bk.State
function prelude.link(state, from, src, dest, options) end

---The state with what several steps have changed, which are taken at the same time.
---None sees what another one does; where several change the same file, the last one's is there.
---@param state bk.State The state to start from.
---@param steps (fun(state: bk.State): bk.State)[]|table<string, fun(state: bk.State): bk.State> Functions, each of which gets `state` and returns what it makes of it.
---@return bk.State
function prelude.parallel(state, steps) end

---@class (exact) prelude.ChecksOptions : prelude.RunOptions
---@field cwd? string The directory in which they run. Default: the state's.
---@field user? string|integer The user that they run as. Default: the state's.

---The states after several commands, tests for example, that run at the same time, each in files of its own.
---Nothing runs unless something needs it: hand them to `prelude.after`, or export one.
---@param state bk.State The state to start from.
---@param commands (string|string[])[]|table<string, string|string[]> Commands, as `state:run` takes them. The progress of the build shows one that has a name by its name.
---@param options? prelude.ChecksOptions
---@return bk.State[]
function prelude.checks(state, commands, options) end

---The state with the same files, which is only built where all of the others can be: a test that fails fails the build.
---It costs an empty layer.
---@param state bk.State The state to start from.
---@param others bk.State[] The states that must have been built.
---@return bk.State
function prelude.after(state, others) end

---@class (exact) prelude.LayerOptions : prelude.RunOptions
---@field cwd? string The directory in which they run. Default: the state's.
---@field remove? string[] What is removed at the end, of the same layer. `*` and `?` match names. Default: none.
---@field tmpfs? string[] Directories that are in memory while the commands run, and empty at the start. Default: { "/tmp" }.
---@field user? string|integer The user that they run as. Default: the state's.

---The state after several commands that make one layer, without what they need not leave behind.
---@param state bk.State The state to start from.
---@param commands string[] Lines for the shell, which stops at the first that fails.
---@param options? prelude.LayerOptions
---@return bk.State
function prelude.layer(state, commands, options) end

---All that a state has more than its base, or has otherwise, in a single layer on top of the base.
---What came and went between the two costs nothing.
---What of the base itself is gone in `state` is there again, and environment, working directory and user are those of the base.
---@param base bk.State What is below the layer, and stays as it is.
---@param state bk.State A state that was made of `base`.
---@return bk.State
function prelude.squash(base, state) end

---All files of a state in a single layer: nothing is left of what lower layers had that is gone.
---The layer has nothing in common with those of other images, and the state has no environment, working directory and user; say in `bk.export` what the image needs.
---@param state bk.State The state to start from.
---@return bk.State
function prelude.flatten(state) end

return prelude
