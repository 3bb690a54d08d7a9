package dev.luakit.llb.advice;

/** What Lua writes for words that begin statements in other languages. */
final class ForeignWord {
  static final String INSTEAD_OF_CONTINUE =
      "put what is to be left out into if ... then ... end, or into a function that returns early";

  private ForeignWord() {}

  /** What to write instead of a word, {@code null} where none is known. */
  static String advice(String word) {
    return switch (word) {
      case "const", "let", "var", "my", "auto", "val", "final" ->
          "Lua writes " + word + " as local: local x = ...";
      case "def", "fn", "func", "fun", "sub", "proc" ->
          "Lua writes functions as: local function f(x) ... end";
      case "continue", "next" -> "Lua has no " + word + ": " + INSTEAD_OF_CONTINUE;
      case "goto" -> "goto came with Lua 5.2, and this is Lua 5.1: " + INSTEAD_OF_CONTINUE;
      case "elif", "elsif", "elseIf" -> "Lua writes " + word + " as elseif, one word";
      case "switch", "case", "match" -> "Lua has no " + word + ": write if ... elseif ... end";
      case "foreach" -> "Lua writes: for _, value in ipairs(list) do ... end";
      case "unless" -> "Lua writes unless as: if not ... then ... end";
      case "try", "catch", "throw", "raise" ->
          "Lua has no " + word + ": pcall(f, ...) catches errors, and error(\"...\") raises them";
      case "class", "struct", "interface" -> "Lua has no " + word + ": make tables with functions";
      case "import", "include", "from", "use", "using" ->
          "Lua writes: local name = require(\"name\")";
      case "new" -> "Lua has no new: call the function that makes the thing";
      case "async", "await", "yield" -> "Lua has no " + word + "; a build script needs none";
      case "export", "public", "private", "static", "global" ->
          "Lua has no " + word + ": what is not local is global";
      case "FROM",
          "RUN",
          "COPY",
          "ADD",
          "ENV",
          "WORKDIR",
          "ENTRYPOINT",
          "CMD",
          "EXPOSE",
          "USER",
          "LABEL",
          "ARG",
          "VOLUME" ->
          ofDockerfile(word);
      case "echo", "puts", "printf", "console" -> "Lua writes: print(\"...\")";
      default -> null;
    };
  }

  /** What this library has for an instruction of a Dockerfile. */
  private static String ofDockerfile(String instruction) {
    String lua =
        switch (instruction) {
          case "FROM" -> "local s = bk.image(\"alpine:3.19\")";
          case "RUN" -> "s = s:run(\"make\")";
          case "COPY", "ADD" -> "s = s:copy(bk.local_(\"context\"), \".\", \"/app\")";
          case "ENV" -> "s = s:with_env({ NAME = \"value\" })";
          case "WORKDIR" -> "s = s:with_workdir(\"/app\")";
          case "USER" -> "s = s:with_user(\"name\")";
          case "ARG" -> "local value = bk.arg(\"NAME\", \"default\")";
          case "CMD" -> "bk.export(s, { cmd = { \"...\" } })";
          case "EXPOSE" -> "bk.export(s, { expose = { \"80/tcp\" } })";
          case "LABEL" -> "bk.export(s, { labels = { name = \"value\" } })";
          case "VOLUME" -> "bk.export(s, { volumes = { \"/data\" } })";
          default -> "bk.export(s, { entrypoint = { \"...\" } })";
        };
    return "this is an instruction of a Dockerfile; in Lua, " + instruction + " is: " + lua;
  }
}
