package dev.luakit.llb.advice;

/** What to write instead of globals and functions that newer Luas, or other languages, have. */
final class ForeignName {
  private static final String NO_BITS =
      " is not in Lua 5.1; for powers of two, multiply, divide and take % instead";

  private ForeignName() {}

  /** What to write instead of a global variable, {@code null} where nothing is known of it. */
  static String global(String name) {
    String constant = constant(name);
    if (constant != null) {
      return constant;
    }
    return switch (name) {
      case "utf8" ->
          "utf8 came with Lua 5.3, and this is Lua 5.1: write characters as they are in a string,"
              + " or by their bytes, as in \"\\195\\188\"";
      case "bit32", "bit" -> name + NO_BITS;
      case "rawlen" -> "rawlen came with Lua 5.2, and this is Lua 5.1: write #t";
      case "warn" -> "warn came with Lua 5.4, and this is Lua 5.1: write print(...)";
      case "len" -> "Lua writes the length of x as #x";
      case "str" -> "Lua writes: tostring(x)";
      case "int", "float", "number", "parseInt" -> "Lua writes: tonumber(x)";
      case "printf", "sprintf", "format" -> "Lua writes: string.format(\"%s\", x)";
      case "echo", "console", "puts", "log" -> "Lua writes: print(x)";
      case "import", "include", "use", "dofile_once" ->
          "Lua writes: local name = require(\"name\")";
      case "range", "enumerate" ->
          "Lua writes: for i = 1, 10 do, or for i, value in ipairs(list) do";
      case "typeof" -> "Lua writes: type(x)";
      case "exit", "quit", "die" -> "to end the build with an error, write error(\"why\")";
      case "f" -> "Lua has no f\"...\" strings: join texts with .., or use string.format";
      case "exec", "system", "shell", "sh", "cmd" ->
          "commands run in the build, not in the script: s:run(\"make\")";
      case "env", "process", "ENV" ->
          "the machine's environment is hidden: --build-arg NAME=value gives bk.arg(\"NAME\")";
      case "readfile", "open", "read", "readFile", "File" -> SandboxAdvice.FILES;
      case "this" -> "Lua calls it self, in functions that are declared with :";
      case "describe", "it", "before_each", "after_each", "testing" ->
          name + " is there in files of tests, which this runs: luakit test FILE";
      case "assertEquals", "assertEqual", "assert_equal", "assert_equals", "expect" ->
          "tests compare with assert.equal(expected, actual)";
      case "llb", "buildkit", "docker" -> "the library is called bk";
      case "bk" -> "bk is there in build scripts: luakit build or luakit validate runs this";
      case "prelude" -> "the library has to be asked for: local prelude = require(\"prelude\")";
      default -> null;
    };
  }

  /** The same for the names of values. */
  static String constant(String name) {
    return switch (name) {
      case "null", "None", "undefined", "NULL", "nullptr" -> "Lua writes " + name + " as nil";
      case "True", "TRUE", "False", "FALSE" -> "Lua writes true and false in lower case";
      default -> null;
    };
  }

  /**
   * What to write instead of a function of a library, {@code null} where nothing is known of it.
   *
   * @param library such as {@code string}
   */
  static String field(String library, String name) {
    return switch (library) {
      case "string" -> ofString(name);
      case "table" -> ofTable(name);
      case "math" -> ofMath(name);
      case "os" ->
          switch (name) {
            case "environ", "env", "getEnv", "environment" ->
                "the machine's environment is hidden: --build-arg NAME=value gives"
                    + " bk.arg(\"NAME\")";
            default -> null;
          };
      case "bk" -> name.equals("target") ? "bk.target is nil where no --target is given" : null;
      case "coroutine" ->
          name.equals("isyieldable") || name.equals("close")
              ? newer("coroutine." + name, "5.4", "coroutine.status tells how one stands")
              : null;
      default -> null;
    };
  }

  private static String newer(String name, String version, String instead) {
    return name + " came with Lua " + version + ", and this is Lua 5.1: " + instead;
  }

  static String ofString(String name) {
    return switch (name) {
      case "pack", "unpack", "packsize" ->
          newer("string." + name, "5.3", "string.byte and string.char read and make bytes");
      case "split" ->
          "strings have no split: for part in s:gmatch(\"[^,]+\") do ... end goes through the"
              + " parts";
      case "trim", "strip" -> "strings have no " + name + ": s:match(\"^%s*(.-)%s*$\")";
      case "startswith", "startsWith", "starts_with", "hasprefix", "HasPrefix" ->
          "strings have no " + name + ": s:sub(1, #prefix) == prefix";
      case "endswith", "endsWith", "ends_with", "HasSuffix" ->
          "strings have no " + name + ": s:sub(-#suffix) == suffix";
      case "contains", "includes", "indexOf", "index" ->
          "strings have no " + name + ": s:find(text, 1, true)";
      case "replace", "replaceAll" -> "strings have no " + name + ": s:gsub(pattern, text)";
      case "length", "size" -> "the length of s is #s";
      case "join" -> "strings have no join: table.concat(list, \", \")";
      case "toUpperCase", "toupper", "uppercase" -> "it is called s:upper()";
      case "toLowerCase", "tolower", "lowercase" -> "it is called s:lower()";
      case "substring", "substr", "slice" -> "it is called s:sub(first, last)";
      case "repeat" -> "it is called s:rep(n)";
      default -> null;
    };
  }

  static String ofTable(String name) {
    return switch (name) {
      case "unpack" -> newer("table.unpack", "5.2", "write unpack(t)");
      case "pack" ->
          newer("table.pack", "5.2", "write { ... }, and select(\"#\", ...) for how many");
      case "move" -> newer("table.move", "5.3", "write a loop");
      case "append", "push", "add" -> "write table.insert(t, value), or t[#t + 1] = value";
      case "pop" -> "write table.remove(t)";
      case "join" -> "it is called table.concat(list, \", \")";
      case "length", "len", "size", "count" -> "the length of a list t is #t";
      case "contains", "keys", "values", "merge", "copy", "clone", "map", "filter", "extend" ->
          "Lua has no table." + name + ": write a loop with pairs or ipairs";
      default -> null;
    };
  }

  private static String ofMath(String name) {
    return switch (name) {
      case "tointeger" -> newer("math.tointeger", "5.3", "math.floor gives a whole number");
      case "type" -> newer("math.type", "5.3", "x == math.floor(x) tells a whole number");
      case "ult" -> newer("math.ult", "5.3", "numbers have a sign");
      case "maxinteger", "mininteger" ->
          newer("math." + name, "5.3", "whole numbers are exact up to 2^53");
      case "round" -> "Lua has no math.round: math.floor(x + 0.5)";
      default -> null;
    };
  }
}
