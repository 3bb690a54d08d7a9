package dev.luakit.llb.bk;

/** What is called otherwise elsewhere: in Dockerfiles, in shells, in other build tools. */
final class OtherName {
  private static final String OPTION_OF_EXPORT = "; it is an option of bk.export: bk.export(s, { ";

  private OtherName() {}

  /**
   * What a message says behind a function or method that is called otherwise here.
   *
   * @param owner {@code bk}, or {@code state} for a method
   * @return {@code null} where nothing is known of the name
   */
  static String member(String owner, String typed) {
    return owner.equals("bk") ? function(typed) : method(typed);
  }

  private static String function(String typed) {
    return switch (typed) {
      case "from", "From", "FROM", "base", "pull", "container", "docker_image" -> meant("image");
      case "local", "context", "dir", "directory", "folder", "files", "source", "path" ->
          meant("local_");
      case "empty", "new", "state" -> meant("scratch");
      case "clone", "repo", "repository" -> meant("git");
      case "download", "fetch", "url", "wget", "curl", "add" -> meant("http");
      case "env", "getenv", "args", "build_arg", "buildarg", "option", "opt", "var", "param" ->
          meant("arg");
      case "build", "output", "save", "result", "solve", "marshal" -> meant("export");
      case "volume", "mount", "cache_mount", "cachemount" -> meant("cache");
      case "union", "overlay", "join" -> meant("merge");
      default -> null;
    };
  }

  private static String method(String typed) {
    return switch (typed) {
      case "cp", "COPY", "add", "ADD", "copy_from", "copy_file" -> meant("copy");
      case "env", "ENV", "setenv", "set_env", "add_env", "addenv" -> meant("with_env");
      case "workdir", "WORKDIR", "cwd", "cd", "dir", "chdir" -> meant("with_workdir");
      case "user", "USER", "su" -> meant("with_user");
      case "exec", "RUN", "sh", "shell", "execute", "command" -> meant("run");
      case "write", "file", "create", "touch", "write_file", "writefile" -> meant("mkfile");
      case "remove", "delete", "unlink", "del" -> meant("rm");
      case "link", "ln" -> meant("symlink");
      case "entrypoint", "ENTRYPOINT" -> OPTION_OF_EXPORT + "entrypoint = { \"...\" } })";
      case "cmd", "CMD" -> OPTION_OF_EXPORT + "cmd = { \"...\" } })";
      case "expose", "EXPOSE", "port", "ports" -> OPTION_OF_EXPORT + "expose = { \"80/tcp\" } })";
      case "label", "labels", "LABEL" -> OPTION_OF_EXPORT + "labels = { name = \"value\" } })";
      case "volume", "volumes", "VOLUME" -> OPTION_OF_EXPORT + "volumes = { \"/data\" } })";
      case "mount", "mounts", "cache", "secret", "ssh" ->
          "; it is an option of run: s:run(\"make\", { mounts = { bk.cache(\"/path\") } })";
      case "build", "save", "output" -> "; to build a state, write bk.export(s)";
      case "chmod" -> "; it is an option of copy, mkdir and mkfile: { mode = \"0755\" }";
      case "chown" -> "; it is an option of copy, mkdir and mkfile: { owner = \"user:group\" }";
      case "merge", "diff" -> "; it is a function, bk." + typed + "(...)";
      default -> null;
    };
  }

  /** The same for an option of a function. */
  static String option(String typed, Signature signature) {
    String own = ownOption(typed);
    if (own != null && signature.option(own) != null) {
      return meant(own);
    }
    boolean mounts = signature.name().equals("run");
    return switch (typed) {
      case "secrets", "secret" -> mounts ? mount("secret(\"id\")") : null;
      case "cache", "caches", "volumes", "volume", "mount", "cache_dirs" ->
          mounts ? mount("cache(\"/path\")") : null;
      case "ssh" -> mounts ? mount("ssh()") : null;
      case "tag", "tags", "name", "push" ->
          signature.name().equals("export")
              ? "; the image's name goes to buildctl: --output type=image,name=...,push=true"
              : null;
      case "healthcheck", "health_check" ->
          signature.name().equals("export")
              ? "; images of the OCI format have none: it is said where a container is started"
              : null;
      case "uid", "gid", "mode", "owner" ->
          signature.name().equals("cache")
              ? "; a cache is made as what is given to it: from = bk.scratch():mkdir(\"/c\", {"
                  + " owner = \"1000:1000\" }), selector = \"/c\""
              : null;
      case "env" ->
          signature.name().equals("secret")
              ? "; it is an option of run: s:run(\"make\", { secret_env = { NAME = \"id\" } })"
              : null;
      case "link" ->
          signature.name().equals("copy")
              ? "; the library has it: require(\"prelude\").link(s, ...)"
              : null;
      case "parents" ->
          signature.name().equals("copy")
              ? "; folders are kept where include names the files: s:copy(from, \".\", dest, {"
                  + " include = { \"src/*/go.mod\" } })"
              : null;
      case "shell" ->
          mounts
              ? "; a shell of your own is the program: s:run({ \"/bin/bash\", \"-c\", \"...\" })"
              : null;
      default -> null;
    };
  }

  private static String ownOption(String typed) {
    return switch (typed) {
      case "dir", "workingdir", "working_dir", "workingDir", "pwd", "chdir" -> "cwd";
      case "envs", "environment", "vars", "variables" -> "env";
      case "chmod", "permissions", "perm", "perms" -> "mode";
      case "chown", "uid", "username" -> "owner";
      case "ports", "port" -> "expose";
      case "label" -> "labels";
      case "command" -> "cmd";
      case "excludes", "ignore", "ignores", "exclude_patterns" -> "exclude";
      case "includes", "only", "include_patterns" -> "include";
      case "parents", "recursive", "p" -> "make_parents";
      case "sha256", "sha", "digest", "hash", "integrity" -> "checksum";
      case "path", "directory", "subpath", "sub_dir" -> "subdir";
      case "wildcard", "glob" -> "allow_wildcard";
      case "unpack", "extract" -> "attempt_unpack";
      case "net" -> "network";
      case "privileged", "insecure" -> "security";
      case "arch", "os" -> "platform";
      case "branch", "tag", "rev", "revision", "commit" -> "ref";
      case "readonly", "ro" -> "readonly";
      case "mode" -> "chmod";
      default -> null;
    };
  }

  private static String meant(String name) {
    return " (did you mean '" + name + "'?)";
  }

  private static String mount(String made) {
    return "; it is a mount: mounts = { bk." + made + " }";
  }
}
