package dev.luakit.cli;

/** What luakit says to options and commands of other build tools. */
final class OtherTool {
  private OtherTool() {}

  /** What to do instead of giving an option, null where nothing is known of it. */
  static String option(String name) {
    return switch (name) {
      case "-t", "--tag" ->
          "the image's name goes to buildctl: --output type=image,name=NAME, or to docker buildx";
      case "-f", "--file" -> "the script is named without an option: luakit build build.lua";
      case "--cache-from", "--import-cache" -> buildctl("--import-cache type=...");
      case "--cache-to", "--export-cache" -> buildctl("--export-cache type=...");
      case "--no-cache",
          "--progress",
          "--secret",
          "--ssh",
          "--local",
          "--allow",
          "--trace",
          "--metadata-file",
          "--frontend" ->
          buildctl(name + " ...");
      case "--context", "--build-context" -> buildctl("--local context=FOLDER");
      case "--push" -> buildctl("--output type=image,name=NAME,push=true");
      case "--load" -> buildctl("--output type=docker,name=NAME") + " | docker load";
      case "--pull" -> "luakit lock --update build.lua looks images up again";
      case "--network" -> "it is an option of run: s:run(\"make\", { network = \"none\" })";
      case "-c", "--code", "--eval" -> "to run code: luakit eval -e CODE";
      case "--dot", "--svg", "--html", "--json", "--text", "--png" ->
          "the format of a graph is: luakit dag --format svg";
      case "--kind", "--lang", "--language", "--type" -> "the kind stands alone: luakit init go";
      case "-o", "--output" -> "luakit build and luakit dag write files";
      case "--opt" -> "build arguments are given with --build-arg NAME=value";
      case "--arg", "--set", "-D", "-e", "--env", "--var" ->
          "values for the script are given with --build-arg NAME=value";
      case "-w", "--write", "-i" -> "luakit fmt writes, unless --check or --diff is given";
      case "--verbose", "-v", "--debug" -> "luakit dag --format text shows what is built";
      default -> null;
    };
  }

  private static String buildctl(String option) {
    return "that is for who builds: luakit build build.lua | buildctl build " + option;
  }

  /** The same for an option before which no command stands. */
  static String topOption(String name) {
    return switch (name) {
      case "-v", "-version" -> "the version is: luakit --version";
      case "-help", "-?", "/?" -> "help is: luakit --help";
      case "-o", "--output" -> "options come behind the command: luakit build " + name;
      default -> {
        String known = option(name);
        yield known != null ? known : "options come behind the command: luakit build " + name;
      }
    };
  }

  /** The command to give instead of another, null where nothing is known of it. */
  static String command(String name) {
    return switch (name) {
      case "run", "make", "compile", "exec" ->
          "luakit build writes what buildctl builds; luakit eval runs a plain Lua script";
      case "check", "lint", "verify" -> "to check a script: luakit validate";
      case "format", "fix", "style", "pretty" -> "to format scripts: luakit fmt .";
      case "new", "create", "start" -> "to begin: luakit init";
      case "graph", "draw", "viz", "show" -> "to draw the graph: luakit dag";
      case "repl", "lua" -> "to run code: luakit eval -e CODE";
      case "help" -> "it is luakit help COMMAND, or luakit COMMAND --help";
      case "push", "pull", "login" -> "luakit writes definitions; buildctl or docker moves images";
      default -> null;
    };
  }
}
