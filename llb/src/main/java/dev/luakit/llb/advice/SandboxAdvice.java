package dev.luakit.llb.advice;

/** What a script can do instead of what the sandbox keeps from it. */
final class SandboxAdvice {
  static final String FILES =
      "a build script can't read files: copy them into the build from bk.local_(\"context\"), or"
          + " hand a value in with --build-arg NAME=value, for bk.arg(\"NAME\")";

  private static final String SUFFIX = " is not available in build scripts (sandboxed)";

  private static final String COMMANDS =
      "a build script can't run commands on this machine: s:run(\"...\") runs one in the build, and"
          + " --build-arg NAME=\"$(...)\" hands a value in, for bk.arg(\"NAME\")";

  private SandboxAdvice() {}

  /** Advice on a message, {@code null} where it speaks of something else. */
  static Advice of(String message) {
    if (!message.endsWith(SUFFIX)) {
      return null;
    }
    return Advice.of(instead(message.substring(0, message.length() - SUFFIX.length())));
  }

  private static String instead(String name) {
    return switch (name) {
      case "os.execute", "io.popen" -> COMMANDS;
      case "os.exit" -> "to end with an error, write error(\"why\")";
      case "os.remove", "os.rename", "os.tmpname" ->
          "a build script can't change files: s:rm(\"/path\") removes one in the build";
      case "os.setlocale" -> "the locale is always \"C\"";
      case "io.write", "file:write" ->
          "write print(...), or s:mkfile(path, text) for a file in the build";
      case "io.read", "io.lines", "io.open", "io.input", "file:read", "file:lines" -> FILES;
      case "dofile", "loadfile" ->
          "a build script can't read files, but modules beside it: require(\"libs.go\") runs"
              + " libs/go.lua";
      case "debug.traceback" -> "an error that nobody catches shows its call stack anyway";
      case "string.dump", "newproxy" -> "it can't be done safely, and nothing takes its place";
      default -> {
        if (name.startsWith("io.") || name.startsWith("file:")) {
          yield FILES;
        }
        yield name.startsWith("debug.")
            ? "a build script can't look into the machine that runs it; print(...) shows values"
            : "a build script reaches nothing but what it is given, so that every build is the"
                + " same";
      }
    };
  }
}
